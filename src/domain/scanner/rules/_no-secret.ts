/**
 * Quoted values right behind their names that are no secrets, told by bytes before any text is made of them: references such as
 * `"key": "{color.blue}"`, and ones too short, as in `key === "id"`. Says so only where `situationOf` would.
 */

/** Shorter values are neither passwords nor base64. */
const LEAST = 4;
const MAX_VALUE = 256;
const MAX_BLANKS = 8;

const [NEWLINE, RETURN, SPACE, BACKSLASH, BRACKET] = [0x0a, 0x0d, 0x20, 0x5c, 0x5d];
const [OPEN_BRACE, CLOSE_BRACE, ELEMENT] = [0x7b, 0x7d, 0x3e];

function members(characters: string): Uint8Array {
  const set = new Uint8Array(256);
  for (const byte of Buffer.from(characters)) set[byte] = 1;
  return set;
}

const QUOTE = members('"\'`');
const NAME = members('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-');
const OPERATOR = members(':=!?|>,(');
const MAX_NAME = 32;
const MAX_OPERATOR = 3;

/** True only where the name with the keyword that ends before `end` is given a quoted value that is no secret. */
export function isGivenNoSecret(bytes: Uint8Array, end: number): boolean {
  let at = end;
  while (at < end + MAX_NAME && NAME[bytes[at] as number] === 1) at += 1;
  if (QUOTE[bytes[at] as number] === 1) at += 1;
  if (bytes[at] === BRACKET) at += 1;
  at = behindBlanks(bytes, at);
  const operator = at;
  while (at < operator + MAX_OPERATOR && OPERATOR[bytes[at] as number] === 1) at += 1;
  // All that stands in an element is its value, not the quoted part alone.
  if (at === operator || bytes[operator] === ELEMENT) return false;
  at = behindBlanks(bytes, at);
  const quote = bytes[at] as number;
  if (QUOTE[quote] !== 1) return false;
  const start = at + 1;
  for (at = start; at < start + MAX_VALUE && bytes[at] !== quote; at += 1) {
    const byte = bytes[at];
    if (byte === undefined || byte === BACKSLASH || byte === NEWLINE || byte === RETURN) return false;
  }
  if (bytes[at] !== quote) return false;
  return at - start < LEAST || (bytes[start] === OPEN_BRACE && bytes[at - 1] === CLOSE_BRACE);
}

function behindBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < from + MAX_BLANKS && bytes[at] === SPACE) at += 1;
  return at;
}
