/** Scans an input of any size in bounded memory, chunk by chunk. */
import { StringDecoder } from 'node:string_decoder';
import { isUtf16, SNIFFED } from './decode.js';
import { inputScan } from './input-scan.js';
import type { Engine } from './match.js';
import type { FileScan } from './scan-file.js';
import { PIECE_AFTER, PIECE_BEFORE, PIECE_BYTES } from './piece.js';
import { viewOfBytes } from './view.js';

export interface StreamOptions {
  /** Where the input came from, as git names it; some rules judge by it. */
  readonly path?: string;
  /** Bytes that are looked at together; memory is a small multiple of it. One mebibyte unless told. */
  readonly pieceBytes?: number;
}

export interface StreamScanner {
  /** Takes the next bytes, however many; they may be overwritten afterwards. */
  push(chunk: Uint8Array): void;
  /** What was found in all of the input: the same as if it had been scanned whole. */
  end(): FileScan;
}

/**
 * @param key for the fingerprints, 16 bytes or more.
 * @throws RangeError when `key` is too short.
 */
export function createStreamScanner(
  engine: Engine,
  key: Uint8Array,
  { path, pieceBytes = PIECE_BYTES }: StreamOptions = {},
): StreamScanner {
  if (pieceBytes < 1) throw new RangeError('A piece has at least one byte');
  const scan = inputScan(engine, key, path);
  /** The end of what was scanned, which the next piece may look back at, and what was not scanned yet. */
  let held = Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  let base = 0;
  /** Offset in `held` of the first byte that was no piece's own. */
  let own = 0;
  let toUtf8: Transcode | undefined;

  function take(chunk: Uint8Array): void {
    chunks.push(chunk);
    length += chunk.length;
  }

  function join(): void {
    held = Buffer.concat([held, ...chunks.splice(0)]);
  }

  function scanPieces(isEnd: boolean): void {
    join();
    while (own < length && (isEnd || length >= own + pieceBytes + PIECE_AFTER)) {
      const bytes = held.subarray(0, own + pieceBytes + PIECE_AFTER);
      const to = Math.min(length, own + pieceBytes);
      const beginsFile = base + own === 0;
      scan.add({ bytes, view: viewOfBytes(bytes), base, from: own, to, beginsFile }, isEnd && to === length);
      const drop = Math.max(0, to - PIECE_BEFORE);
      held = held.subarray(drop);
      length -= drop;
      base += drop;
      own = to - drop;
    }
  }

  /** Only the first bytes tell what the input is; they are held back until there are enough. */
  function sniff(isEnd: boolean): void {
    if (toUtf8 !== undefined || (length < SNIFFED && !isEnd)) return;
    join();
    toUtf8 = isUtf16(held) ? utf16ToUtf8(held[0] === 0xfe) : (chunk = Buffer.alloc(0)) => chunk;
    const first = toUtf8(held);
    held = Buffer.alloc(0);
    length = 0;
    take(first);
  }

  return {
    push: (chunk) => {
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        const part = new Uint8Array(chunk.subarray(at, at + PIECE_BYTES));
        take(toUtf8?.(part) ?? part);
        sniff(false);
        if (toUtf8 !== undefined && length >= own + pieceBytes + PIECE_AFTER) scanPieces(false);
      }
    },
    end: () => {
      sniff(true);
      if (toUtf8 !== undefined) take(toUtf8());
      scanPieces(true);
      return scan.end();
    },
  };
}

/** Called without a chunk, it gives what it still holds. */
type Transcode = (chunk?: Uint8Array) => Uint8Array;

/** Keeps characters together that chunks cut. Half a surrogate pair becomes U+FFFD, one unit as before. */
function utf16ToUtf8(bigEndian: boolean): Transcode {
  const decoder = new StringDecoder('utf16le');
  let odd = Buffer.alloc(0);
  return (chunk) => {
    if (chunk === undefined) return Buffer.from(decoder.end());
    const bytes = Buffer.concat([odd, chunk]);
    const even = bytes.length & ~1;
    odd = Buffer.from(bytes.subarray(even));
    const pairs = bytes.subarray(0, even);
    return Buffer.from(decoder.write(bigEndian ? pairs.swap16() : pairs));
  };
}
