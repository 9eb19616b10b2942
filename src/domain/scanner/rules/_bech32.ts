/** Bech32, the text form of keys in age and Nostr: 32 letters and digits of five bits, the last six a checksum. */

export const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** Generator of the checksum, BIP 173. */
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

function polymod(symbols: readonly number[]): number {
  let sum = 1;
  for (const symbol of symbols) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ symbol;
    GENERATOR.forEach((generator, bit) => {
      if ((top >>> bit) & 1) sum ^= generator;
    });
  }
  return sum;
}

/** The part before the last `1` takes part in the checksum by its codes, high bits first. */
function prefixSymbols(prefix: string): number[] {
  const codes = [...prefix].map((char) => char.charCodeAt(0));
  return [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31)];
}

const symbolsOf = (data: string): number[] => [...data].map((char) => BECH32.indexOf(char));

/**
 * True when the last six characters are the checksum of all before them. Upper or lower case, never both.
 * @see https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki
 */
export function hasBech32Checksum(text: string): boolean {
  const lower = text.toLowerCase();
  if (text !== lower && text !== text.toUpperCase()) return false;
  const split = lower.lastIndexOf('1');
  const data = symbolsOf(lower.slice(split + 1));
  return !data.includes(-1) && polymod([...prefixSymbols(lower.slice(0, split)), ...data]) === 1;
}

/** `data`, in the characters of `BECH32`, behind its prefix and with its checksum. */
export function bech32(prefix: string, data: string): string {
  const sum = polymod([...prefixSymbols(prefix), ...symbolsOf(data), 0, 0, 0, 0, 0, 0]) ^ 1;
  const checksum = [25, 20, 15, 10, 5, 0].map((shift) => BECH32[(sum >>> shift) & 31] ?? '');
  return `${prefix}1${data}${checksum.join('')}`;
}
