/** What hangs on a session's cookie: its name in the database, the key that seals what is kept, the tokens of its forms. */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** 256 random bits, base64url. */
const COOKIE = /^[\w-]{43}$/;
const [IV_BYTES, TAG_BYTES] = [12, 16];

export interface Seal {
  /** What the database knows the session by. */
  readonly id: string;
  seal(text: string): string;
  /** Null for what was not sealed with this cookie. */
  open(sealed: string): string | null;
  /** For the form that posts to `path`, which may be a whole address. */
  formToken(path: string): string;
}

export function newCookie(): string {
  return randomBytes(32).toString('base64url');
}

/** Null for what is no cookie of ours. */
export function sealOf(cookie: string): Seal | null {
  if (!COOKIE.test(cookie)) return null;
  const secret = Buffer.from(cookie, 'base64url');
  const key = (purpose: string) => new Uint8Array(hkdfSync('sha256', secret, '', `seaworthy ${purpose} v1`, 32));
  const sealKey = key('session');
  return {
    id: createHash('sha256').update(secret).digest('hex'),
    seal(text) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      if (bytes.length < IV_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, IV_BYTES));
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
          'utf8',
        );
      } catch {
        // The tag does not fit: sealed with another key, or changed.
        return null;
      }
    },
    formToken: (path) => createHmac('sha256', key('forms')).update(pathOf(path)).digest('base64url'),
  };
}

/** In the one spelling that a browser sends it in. */
function pathOf(path: string): string {
  return new URL(path, 'http://localhost').pathname;
}

/** Takes as long whatever is offered. */
export function isSame(offered: unknown, expected: string): boolean {
  if (typeof offered !== 'string') return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(offered), digest(expected));
}
