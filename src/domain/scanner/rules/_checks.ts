/** Tests of a value's inside that several vendors share: checksum, JSON Web Token, entropy. */

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 (ISO 3309) of an ASCII text, as an unsigned number. By hand: `zlib.crc32` came with Node 22.2. */
export function crc32(text: string): number {
  let crc = -1;
  for (let at = 0; at < text.length; at += 1) {
    crc = (CRC_TABLE[(crc ^ text.charCodeAt(at)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return (crc ^ -1) >>> 0;
}

/** `value` in base 62 with six digits, as GitHub and npm end their tokens. */
export function base62(value: number): string {
  let [rest, digits] = [value, ''];
  while (digits.length < 6) {
    digits = (BASE62[rest % 62] ?? '') + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

/**
 * True when the last six characters are the CRC-32 of what stands between them and the prefix.
 * @see https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
export function endsWithCrc(token: string, prefix: string): boolean {
  return token.slice(-6) === base62(crc32(token.slice(prefix.length, -6)));
}

/** True when the first part of a JSON Web Token is base64url of a JSON object with an algorithm. */
export function hasJwtHeader(token: string): boolean {
  const header = decodedPart(token, 0);
  return header !== null && typeof header.alg === 'string' && header.alg !== '';
}

/** The claims of a JSON Web Token, or null when its second part holds no JSON object. */
export function jwtClaims(token: string): Readonly<Record<string, unknown>> | null {
  return decodedPart(token, 1);
}

function decodedPart(token: string, index: number): Readonly<Record<string, unknown>> | null {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(token.split('.', 3)[index] ?? '', 'base64url').toString('utf8'));
    return typeof decoded === 'object' && decoded !== null && !Array.isArray(decoded)
      ? (decoded as Readonly<Record<string, unknown>>)
      : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Shannon entropy of the value's own characters, in bits per character. */
export function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const char of value) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

/** How many of lower case, upper case, digits and signs the value has. */
export function characterKinds(value: string): number {
  return [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(value)).length;
}
