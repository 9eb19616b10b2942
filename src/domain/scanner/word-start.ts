/** Whether a word begins at a place, told by the bytes before it: most keywords fail here, and cost nothing more. */

function setOf(members: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, code) => (members.test(String.fromCharCode(code)) ? 1 : 0));
}

const WORD = setOf(/^[A-Za-z0-9_]$/);
const HEX = setOf(/^[0-9A-Fa-f]$/);
/** Letters that make an escape of a backslash: `\n`. */
const ESCAPED = setOf(/^[abefnrtv]$/i);
const BACKSLASH = 0x5c;
const PERCENT = 0x25;

/** True when the byte before `at` belongs to the same word, unless it ends an escape: `\n`, `%3D`, `\x3d`, `\u003d`. */
export function continuesWord(bytes: Uint8Array, at: number): boolean {
  const last = bytes[at - 1];
  if (last === undefined || WORD[last] === 0) return false;
  if (ESCAPED[last] === 1 && bytes[at - 2] === BACKSLASH) return false;
  if (!areHex(bytes, at - 2, at)) return true;
  if (bytes[at - 3] === PERCENT) return false;
  const sign = (bytes[at - 3] ?? 0) | 0x20;
  if (sign === 0x78 && bytes[at - 4] === BACKSLASH) return false;
  const isUnicode = ((bytes[at - 5] ?? 0) | 0x20) === 0x75 && bytes[at - 6] === BACKSLASH;
  return !(isUnicode && areHex(bytes, at - 4, at - 2));
}

function areHex(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (HEX[bytes[at] ?? 0] === 0) return false;
  return true;
}
