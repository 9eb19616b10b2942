/** Makes samples at run time: random-looking values that stay the same from run to run, and the places they stand in. */
import type { Sample } from '../rule.js';

export const DIGITS = '0123456789';
export const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const UPPER = LOWER.toUpperCase();
export const HEX = '0123456789abcdef';
export const ALNUM = DIGITS + LOWER + UPPER;
export const BASE64URL = `${ALNUM}-_`;
export const BASE64 = `${ALNUM}+/`;

/** `length` characters of `alphabet`, never two the same in a row; another `seed` gives others. */
export function random(alphabet: string, length: number, seed = 1): string {
  let state = (seed * 2654435761) >>> 0 || 1;
  let value = '';
  while (value.length < length) {
    state ^= state << 13;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    const char = alphabet[(state >>> 8) % alphabet.length] ?? '';
    if (!value.endsWith(char)) value += char;
  }
  return value;
}

/** The value in code, in YAML and in running text. */
export function around(...values: readonly string[]): Sample[] {
  return values.flatMap((value) => [
    { text: `const client = connect("${value}");\n`, value },
    { text: `settings:\n  value: ${value}\n  retries: 3\n`, value },
    { text: `see\\n${value}, said the log`, value },
  ]);
}

/** Texts that hold no secret at all. */
export function none(...texts: readonly string[]): Sample[] {
  return texts.map((text) => ({ text }));
}
