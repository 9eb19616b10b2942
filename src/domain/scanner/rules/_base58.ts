/** Base 58 as Bitcoin and its kin write keys, with a checksum in the last four bytes. */
import { createHash } from 'node:crypto';

export const BITCOIN_58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
export const RIPPLE_58 = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz';

/** Bytes of the checksum. */
const CHECKSUM = 4;

/** The bytes that `text` stands for; null when a character is not of the alphabet. For up to about 120 characters. */
export function base58Decode(text: string, alphabet = BITCOIN_58): Buffer | null {
  let number = 0n;
  for (const char of text) {
    const digit = alphabet.indexOf(char);
    if (digit === -1) return null;
    number = number * 58n + BigInt(digit);
  }
  const hex = number === 0n ? '' : number.toString(16);
  const zeros = [...text].findIndex((char) => char !== alphabet[0]);
  return Buffer.concat([
    Buffer.alloc(zeros === -1 ? text.length : zeros),
    Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex'),
  ]);
}

/** `bytes` in base 58. */
export function base58Encode(bytes: Uint8Array, alphabet = BITCOIN_58): string {
  let number = BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  while (number > 0n) {
    text = (alphabet[Number(number % 58n)] ?? '') + text;
    number /= 58n;
  }
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return (alphabet[0] ?? '').repeat(zeros === -1 ? bytes.length : zeros) + text;
}

/**
 * The bytes before the checksum; null when that does not fit.
 * @see https://en.bitcoin.it/wiki/Base58Check_encoding
 */
export function checkedPayload(text: string, alphabet = BITCOIN_58): Buffer | null {
  const bytes = base58Decode(text, alphabet);
  if (bytes === null || bytes.length <= CHECKSUM) return null;
  const payload = bytes.subarray(0, -CHECKSUM);
  return checksumOf(payload).equals(bytes.subarray(-CHECKSUM)) ? payload : null;
}

/** `payload` with its checksum, in base 58. */
export function withChecksum(payload: Uint8Array, alphabet = BITCOIN_58): string {
  return base58Encode(Buffer.concat([payload, checksumOf(payload)]), alphabet);
}

function checksumOf(payload: Uint8Array): Buffer {
  const once = createHash('sha256').update(payload).digest();
  return createHash('sha256').update(once).digest().subarray(0, CHECKSUM);
}
