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
  // GitHub, tokens, keys and the signature of an address, escaped and plain, in the description of its REST API
  '82e74299544e0073',
  '3543c50b0cb9cea8',
  '797c0ce414586cc8',
  'ec6edcdcf1521317',
  'e561f71e7201e0fe',
  'd52c0eb4fef5d067',
  'ed48ee75abd9d4ac',
  // WordPress, keys and salts in the comment that explains them
  '4b769966d13255de',
  '8f8f9d06a40fbfb8',
  '6a5eb905e55eb7b2',
  '85b202a179e10732',
  '108741b452893a93',
  '5b225527d22f46b2',
  '3ff075ae6f33ec23',
  '775f6ca2c96d4d2a',
  // Django REST framework, tokens of its documentation
  'b9904b8ed45bc574',
  '5cc1e9113bbaa704',
  // Amazon DataSync, the signature of an address in its API's description, escaped and plain
  '577cfe66bf6c95dd',
  'b171a33e8f8a16ec',
  // Amazon Data Firehose, the Splunk token of its examples
  '99860ed9fdf7b03d',
  // Grafana, the token of its HTTP API's documentation
  'feb26c1fdafee077',
  // Twilio, a key's first line in its API's description
  '07fa995e64a5b018',
  // Microsoft, the account key of its storage emulators
  '0011cc25eb432071',
  // RFC 6238 and the key URIs of authenticator apps, secrets in base32
  '549c9390539efcfa',
  '8be5d113c0871ce1',
  // FIPS 197 and NIST SP 800-38A, AES keys in digits of either case
  '2ef2503d964e9668',
  '4d4281de01883b3c',
  'c12ce25303a023aa',
  '7ca9aa31a1e4b5f5',
  '837e8e636d452b61',
  '94568a90b4fdf644',
  'd65df89f702eec58',
  '2d49968925b3248f',
  '6a38b098eb23f184',
  'a040d5164287a8a1',
  '6c86c6aac5fb24bc',
  '8fec958437b27e6c',
]);

/** All of a key block but its base64; what is escaped within something escaped has more than one backslash. */
const PEM_LINES = /-----[A-Z0-9 ]{1,40}-----|\\{1,4}[nrt]|[^A-Za-z0-9+/=]/g;

/** True for a published example; a key block is told by its base64, however its lines are broken. */
export function isPublished(value: string): boolean {
  const bare = value.startsWith('-----') ? value.replace(PEM_LINES, '') : value;
  return PUBLISHED.has(createHash('sha256').update(bare).digest('hex').slice(0, 16));
}
