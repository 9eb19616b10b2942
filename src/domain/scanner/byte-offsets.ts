/** From offsets in UTF-16 units to offsets in the bytes of the same text in UTF-8. */
import type { Span } from './rule.js';

/** Looks up the starts and ends of `spans`, all of them found in one pass over `text`. */
export function byteOffsets(text: string, spans: readonly Span[]): (offset: number) => number {
  const wanted = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const found = new Map<number, number>();
  let [unit, byte] = [0, 0];
  for (const offset of wanted) {
    for (; unit < offset; unit += 1) byte += bytesAt(text, unit);
    found.set(offset, byte);
  }
  return (offset) => found.get(offset) ?? 0;
}

/** Bytes that the unit at `at` adds; a surrogate pair's four are counted at its first half. */
function bytesAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (unit >= 0xd800 && unit < 0xdc00 && isLow(text.charCodeAt(at + 1))) return 4;
  if (isLow(unit) && at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) return 0;
  return 3;
}

function isLow(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}
