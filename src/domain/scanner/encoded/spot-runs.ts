/** Runs of base64 and hexadecimal characters that are long enough to hold a credential, and read as text once decoded. */
import type { Collector } from '../collector.js';
import type { Encoding } from '../match.js';
import { CHUNK, CHUNK_OVERLAP } from './decoding.js';
import { runSearch } from './digit-runs.js';

/**
 * Shorter ones are looked at only where a name suggests it: words and paths are that long all the time, and the longer a run
 * must be, the fewer bytes are looked at. An AWS access key id has 27 characters in base64, and one of filling.
 */
export const MIN_RUN = 27;

/** Characters of one run that are decoded; megabytes of base64 that read as text are data, and are reported as unseen. */
export const MAX_RUN = 16 * 1024 * 1024;

/** What the first bytes of a run must read as. */
const HEAD_BYTES = 12;

const NONE = 64;
/** Value of a base64 digit, in the standard and in the URL alphabet; 64 for any other byte. */
const DIGIT = new Uint8Array(256).fill(NONE);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((char, value) => {
  DIGIT[char.charCodeAt(0)] = value;
});
DIGIT['-'.charCodeAt(0)] = 62;
DIGIT['_'.charCodeAt(0)] = 63;
const IS_HEX = Uint8Array.from({ length: 256 }, (_, code) => (/[0-9a-f]/i.test(String.fromCharCode(code)) ? 1 : 0));
const IS_TEXT = Uint8Array.from({ length: 256 }, (_, code) =>
  (code >= 0x20 && code < 0x7f) || (code >= 9 && code <= 13) ? 1 : 0,
);

const digitRuns = runSearch((code) => DIGIT[code] !== NONE, MIN_RUN);

export interface Run {
  readonly encoding: Encoding;
  /** Offsets in the piece. */
  readonly start: number;
  readonly end: number;
  /** Up to here it is this chunk's; the rest is the next one's as well. */
  readonly own: number;
  /** Characters of the same run before this chunk. */
  readonly behind: number;
}

/**
 * Gives each chunk of each run that begins in `bytes[from..to)` or goes on there.
 */
export function spotRuns(
  bytes: Uint8Array,
  { base, from, to }: { readonly base: number; readonly from: number; readonly to: number },
  collector: Collector,
  take: (run: Run) => void,
): void {
  let at = Math.max(from, collector.runsTo - base);
  /** A run that is more than a chunk, or goes on behind this piece's own. */
  const follow = (start: number): void => {
    for (at = start; at < to; ) {
      const most = Math.min(bytes.length, at + CHUNK + CHUNK_OVERLAP);
      let end = at;
      while (end < most && DIGIT[bytes[end] as number] !== NONE) end += 1;
      const own = Math.min(end, at + CHUNK);
      const encoding = encodingAt(bytes, at, end);
      if (encoding !== null) take({ encoding, start: at, end, own, behind: base + at - collector.runStart });
      at = own;
      if (end > own) continue;
      collector.runStart = -1;
      return;
    }
  };
  if (collector.runStart !== -1) follow(at);
  // As far as tells whether a run that begins before `to` is long enough.
  const limit = Math.min(bytes.length, to + MIN_RUN - 1);
  digitRuns(bytes, at, limit, (start, end) => {
    if (start >= to) return;
    if (end === limit || end - start > CHUNK) {
      collector.runStart = base + start;
      follow(start);
      return;
    }
    at = end;
    const encoding = encodingAt(bytes, start, end);
    if (encoding !== null) take({ encoding, start, end, own: end, behind: 0 });
  });
  collector.runsTo = base + Math.max(at, to);
}

/** What the run is when its beginning reads as text; null for words, paths, hashes, images. */
function encodingAt(bytes: Uint8Array, start: number, end: number): Encoding | null {
  if (end - start < (HEAD_BYTES / 3) * 4) return null;
  return hexReadsAsText(bytes, start) ? 'hex' : base64ReadsAsText(bytes, start) ? 'base64' : null;
}

function hexReadsAsText(bytes: Uint8Array, start: number): boolean {
  for (let at = start; at < start + HEAD_BYTES; at += 2) {
    const [high, low] = [bytes[at] as number, bytes[at + 1] as number];
    if (IS_HEX[high] === 0 || IS_HEX[low] === 0) return false;
    // First digits 2 to 7 are those of ASCII, and 0a and 09 of its blanks.
    if (!(high >= 0x32 && high <= 0x37) && !(high === 0x30 && (low === 0x61 || low === 0x41 || low === 0x39)))
      return false;
  }
  return true;
}

/** Two bytes of the first twelve may be of other scripts. */
function base64ReadsAsText(bytes: Uint8Array, start: number): boolean {
  let others = 0;
  for (let at = start; at < start + (HEAD_BYTES / 3) * 4; at += 4) {
    const [a, b] = [DIGIT[bytes[at] as number] as number, DIGIT[bytes[at + 1] as number] as number];
    const [c, d] = [DIGIT[bytes[at + 2] as number] as number, DIGIT[bytes[at + 3] as number] as number];
    if (IS_TEXT[(a << 2) | (b >> 4)] === 0) others += 1;
    if (IS_TEXT[((b & 15) << 4) | (c >> 2)] === 0) others += 1;
    if (IS_TEXT[((c & 3) << 6) | d] === 0) others += 1;
    if (others > 2) return false;
  }
  return true;
}
