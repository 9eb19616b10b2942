/** Private key blocks: where one begins and ends, and whether a password protects it. */
import type { Finder } from '../rule.js';

/** A 16,384-bit RSA key has 12,500 characters; with line breaks, quotes and indents around them this is ample. */
const MAX_BLOCK = 24_000;
/** What a rule on `pemBlock` looks at: the body with its header. */
export const PEM_REACH = MAX_BLOCK + 100;
/** An Ed25519 key in PKCS #8, the smallest, has 64. */
const MIN_BODY = 60;

const HEADER = /-----BEGIN (?:[A-Z0-9]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?-----/y;
const FOOTER = /^-----END [A-Z0-9 ]{11,40}-----/;
const LINE = /[^\r\n]+/g;
/** `Proc-Type: 4,ENCRYPTED`, `Version: GnuPG v2` */
const FIELD = /^[A-Za-z-]{3,20}: /;
const WORD = /^=?[A-Za-z0-9+/]+={0,2}$/;
const OPENSSH_MAGIC = 'openssh-key-v1\0';

export interface PemBlock {
  readonly start: number;
  readonly end: number;
  readonly encrypted: boolean;
}

/** The private key block whose header starts at `at`; null for a header alone, a public key, or a body that is no key. */
export function pemBlock(text: string, at: number): PemBlock | null {
  HEADER.lastIndex = at;
  const header = HEADER.exec(text)?.[0];
  if (header === undefined) return null;
  const from = at + header.length;
  const window = text.slice(from, from + MAX_BLOCK);
  const dashes = window.indexOf('-----');
  const body = dashes === -1 ? window : window.slice(0, dashes);
  const { key, length, whole } = keyOf(body);
  if (key.length < MIN_BODY || isFiller(key)) return null;
  const footer = dashes === -1 ? null : FOOTER.exec(window.slice(dashes, dashes + 60));
  return {
    start: at,
    end: from + (footer !== null && whole ? dashes + footer[0].length : length),
    encrypted: isEncrypted(header, body, key),
  };
}

/** Finds blocks that are protected by a password, or ones that are not. */
export function pemFinder(encrypted: boolean): Finder {
  return (text, at) => {
    const block = pemBlock(text, at);
    return block?.encrypted === encrypted ? block : null;
  };
}

/**
 * The base64 lines of the body, as far as they go, freed of quotes, indents, comment signs and `+`.
 * `length` reaches to the end of the last one; `whole` is true when nothing else stands in the body.
 */
function keyOf(body: string): { key: string; length: number; whole: boolean } {
  let [key, length] = ['', 0];
  // An escape for a line break ends a line as well; two for two characters, so that places stay what they are.
  for (const { 0: line, index } of body.replace(/\\[nrt]/g, '\n\n').matchAll(LINE)) {
    const bare = line.replace(/^[\s"'`*#/>|+;-]{1,200}|[\s"'`,+;)\\]{1,200}$/g, '');
    if (bare === '' || FIELD.test(bare)) continue;
    const words = bare.split(' ');
    const isKey = words.every((word, at) => WORD.test(word) && (word.length >= 20 || at === words.length - 1));
    if (!isKey) return { key, length, whole: false };
    key += words.join('');
    length = index + line.indexOf(bare) + bare.length;
  }
  return { key, length, whole: true };
}

/** Base64 of a real key of that length has at least 30 different characters. */
function isFiller(key: string): boolean {
  return new Set(key).size < 20 || /(?:example|redacted|placeholder|your)/i.test(key.slice(0, 60));
}

function isEncrypted(header: string, body: string, key: string): boolean {
  if (header.includes('ENCRYPTED') || /Proc-Type: ?4, ?ENCRYPTED/.test(body)) return true;
  const bytes = Buffer.from(key.slice(0, 100), 'base64');
  const magic = OPENSSH_MAGIC.length;
  if (bytes.toString('latin1', 0, magic) !== OPENSSH_MAGIC) return false;
  // After the magic word: the cipher's name with its length in four bytes; "none" means that nothing protects the key.
  const length = Math.min(bytes.length >= magic + 4 ? bytes.readUInt32BE(magic) : 0, 64);
  return bytes.toString('latin1', magic + 4, magic + 4 + length) !== 'none';
}
