/** Values that vendors and standards publish as examples: known by their hashes, so that none stands here. */
import { createHash } from 'node:crypto';

/** The first 16 hexadecimal digits of SHA-256. */
const PUBLISHED: ReadonlySet<string> = new Set([
  // RFC 6749, OAuth 2.0: tokens, codes and client passwords
  '6c96130f130ab0d6',
  '00cf4c781dc37003',
  'ca7459e2b26776de',
  '584b27d64ebc1b33',
  'a35b81a7d7927b70',
  '53f5da0aaa93d64c',
  'e9974c507d2a8021',
  // RFC 6750, bearer tokens
  'b8e148545b13c78b',
  // RFC 5849, OAuth 1.0: keys and tokens
  '8d567eb88afff34f',
  '9d03b692e941d5ac',
  'a71b359a87afde13',
  'c20fbc2b96183894',
  '293257ab6495ebb1',
  'cb87c87e4a138d9a',
  '4c20e6f5cc11b937',
  '6aa14267d94944e6',
  'bb9b1163338b2a51',
  '649e1f5c769e718b',
  // RFC 7515, 7517 and 8037, JSON Web Keys
  '5ccf2edb4f070f0b',
  'a45404ae333dd955',
  '8b1b17a9740c068a',
  '190edf59d5736c3b',
  // RFC 7515, appendix A.1: a JSON Web Token
  '8d4ef6536dc8895f',
  // RFC 8410, an Ed25519 key in PKCS #8, without its PEM lines
  '4ff96a60934849a7',
  // Stripe, test keys of its documentation
  '2cafc0970149a84f',
  'f2d6ca16515033e5',
  // Mailgun, the API key of its documentation
  '9c846fdf0fa8955c',
  // Microsoft, the keys of the Azure Storage and Cosmos DB emulators
  '0011cc25eb432071',
  'aa6547439583c3a2',
  // Telegram, bot tokens of its documentation
  '731fa294d036e54f',
  '0b5dd075ccdd03c4',
  '654b2b06319049d0',
  // Svix, webhook secrets of its documentation
  '96ad2ccd81462a76',
  '2dd745ff991276ae',
  // pip, passwords of its documentation
  'ac0fd5fb36e32010',
  // PyJWT, the token of its introduction
  'bf145d9380bbe05b',
]);

const PEM_LINES = /-----[A-Z0-9 ]{1,40}-----|\s|\\n/g;

/** True for a published example; a key block is told by its base64, however its lines are broken. */
export function isPublished(value: string): boolean {
  const bare = value.startsWith('-----') ? value.replace(PEM_LINES, '') : value;
  return PUBLISHED.has(createHash('sha256').update(bare).digest('hex').slice(0, 16));
}
