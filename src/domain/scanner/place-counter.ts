/** Lines, columns and UTF-16 offsets in an input that is read in pieces: counted once from its beginning to its end. */
import { boundaryBefore, unitsIn } from './utf8.js';

export interface Counted {
  /** Offset in bytes from the beginning of the input. */
  readonly at: number;
  /** The same in UTF-16 units. */
  readonly unit: number;
  /** One-based; lines end at LF. */
  readonly line: number;
  /** Offset in units at which that line begins. */
  readonly lineUnit: number;
}

export const BEGINNING: Counted = { at: 0, unit: 0, line: 1, lineUnit: 0 };

/** Counts on from `counted` to the offset `to`; both lie in `bytes`, which begin at `base`. A character is never cut. */
export function countTo(bytes: Uint8Array, base: number, counted: Counted, to: number): Counted {
  const from = counted.at - base;
  const end = boundaryBefore(bytes, to - base);
  if (end <= from) return counted;
  let [lines, last] = [0, -1];
  for (let at = from; at < end; at += 1) {
    if (bytes[at] === 0x0a) {
      lines += 1;
      last = at;
    }
  }
  const begun = counted.unit + unitsIn(bytes, from, last + 1);
  return {
    at: base + end,
    unit: begun + unitsIn(bytes, Math.max(from, last + 1), end),
    line: counted.line + lines,
    lineUnit: lines === 0 ? counted.lineUnit : begun,
  };
}
