/**
 * Scans a version of a file beside another one in which nothing was found: what they have in common need not be looked at again.
 * Only whether there is anything is told from a part; what there is comes from a scan of the whole.
 */
import { isAscii } from 'node:buffer';
import { newCollector, type Collector } from './collector.js';
import { commonEnds } from './common-ends.js';
import type { Engine } from './match.js';
import { PIECE_BYTES } from './piece.js';
import { LOOK_BEFORE, NEAR_REACH } from './reach.js';
import type { Span } from './rule.js';
import { CLEAN, type FileScan, scanFile } from './scan-file.js';
import { viewOfBytes } from './view.js';

export interface VersionScan {
  readonly scan: FileScan;
  /** True where nothing in it depends on what is far away, and nothing was found: other versions can be compared with it. */
  readonly isPlain: boolean;
}

/**
 * The same as `scanFile`.
 * @param before a version under the same path that is plain; null where the last one was not.
 * @throws RangeError when `key` is shorter than 16 bytes.
 */
export function scanVersion(
  engine: Engine,
  bytes: Buffer,
  key: Uint8Array,
  path: string,
  before?: Buffer | null,
): VersionScan {
  // UTF-16 and binary files are told by zeros, and are no text in lines.
  if (before !== null && bytes.length <= PIECE_BYTES && !bytes.includes(0)) {
    const part = before === undefined ? { start: 0, end: bytes.length, knownTo: 0 } : changedLines(before, bytes);
    const collector = newCollector();
    const view = viewOfBytes(bytes);
    engine.scanPiece(
      { bytes, view, base: 0, from: part.start, to: part.end, knownTo: part.knownTo, beginsFile: part.start === 0 },
      collector,
      path,
    );
    if (foundNothing(collector)) return { scan: CLEAN, isPlain: looksNear(collector) };
  }
  return { scan: scanFile(engine, bytes, key, path), isPlain: false };
}

/**
 * The lines of `bytes` in which a scan may see what `before` has not. What begins in front of them looks ahead no further than
 * where both are the same; what begins behind them does not look back to where they differ. Escapes and runs of encoded
 * characters end with their line, so that whole lines are looked at as they are within the whole file.
 */
function changedLines(before: Buffer, bytes: Buffer): Span & { readonly knownTo: number } {
  const { prefix, suffix } = commonEnds(before, bytes);
  const first = prefix - NEAR_REACH;
  const last = bytes.length - suffix + LOOK_BEFORE;
  const start = first <= 0 ? 0 : bytes.lastIndexOf(NEWLINE, first - 1) + 1;
  const end = last >= bytes.length ? -1 : bytes.indexOf(NEWLINE, last);
  // A rule's own reach is in bytes only where each character is one.
  const knownTo = isAscii(bytes.subarray(start, prefix)) ? prefix : 0;
  return { start, end: end === -1 ? bytes.length : end + 1, knownTo };
}

const NEWLINE = 0x0a;

function foundNothing({ matches, unseen }: Collector): boolean {
  return matches.length === 0 && unseen.length === 0;
}

function looksNear({ farTrials, manifestTo }: Collector): boolean {
  return farTrials === 0 && manifestTo === 0;
}
