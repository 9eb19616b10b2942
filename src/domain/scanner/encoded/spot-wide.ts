/** ASCII text in UTF-16 without a byte order mark: every other byte is zero. Text of one byte a character has no zeros at all. */
import type { Span } from '../rule.js';
import { bufferOf } from '../utf8.js';
import { CHUNK, CHUNK_OVERLAP } from './decoding.js';

/** Shorter ones are counters and tables in binary files. */
const MIN_CHARACTERS = 8;

/** Gives each chunk of such text whose first zero is in `bytes[from..to)`; returns from where to go on. */
export function spotWide(
  piece: Uint8Array,
  from: number,
  to: number,
  take: (chunk: Span & { own: number }) => void,
): number {
  const bytes = bufferOf(piece);
  let at = bytes.indexOf(0, from);
  while (at !== -1 && at < to) {
    const most = Math.min(bytes.length, at + CHUNK + CHUNK_OVERLAP);
    let end = at;
    while (end < most && bytes[end] === 0 && isPrintable(bytes[end + 1])) end += 2;
    if (end - at < 2 * MIN_CHARACTERS) {
      at = bytes.indexOf(0, at + 1);
      continue;
    }
    const own = Math.min(end, at + CHUNK);
    // The little end comes first mostly, so the first character stands before its zero.
    const start = at > 0 && isPrintable(bytes[at - 1]) ? at - 1 : at;
    take({ start, end: Math.min(end, bytes.length), own });
    at = own;
    if (bytes[at] !== 0) at = bytes.indexOf(0, at);
  }
  return at === -1 ? Math.max(from, to) : at;
}

function isPrintable(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x20 && byte !== 0x7f) || (byte >= 9 && byte <= 13));
}
