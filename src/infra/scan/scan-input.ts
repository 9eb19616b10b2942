/** Scans one input: a file that is read in pieces, bytes, or text. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Engine } from '../../domain/scanner/match.js';
import { type FileScan, scanFile } from '../../domain/scanner/scan-file.js';
import { createStreamScanner } from '../../domain/scanner/stream-scanner.js';
import { whyUnread } from './file-names.js';

/** A file that is read where it is scanned, in pieces; bytes, whose memory may go over to another thread; or text. */
export type ScanInput = (
  | {
      /** As bytes where the name is no valid UTF-8. */
      readonly file: string | Uint8Array;
      /** Bytes, as far as known: for fair shares of work. */
      readonly size?: number;
    }
  | { readonly bytes: Uint8Array }
  | { readonly text: string }
) & {
  /** As git names it; some rules judge by it. */
  readonly path?: string;
};

/**
 * What came of an input: an input that could not be looked at says why, and never passes silently. Nothing to say of one is most
 * of what there is to say: its number of bytes alone travels faster between threads.
 */
export type Answer = number | { readonly bytes: number; readonly scan: FileScan } | { readonly failure: string };

/** Larger files are read in chunks of this size, smaller ones at once. */
const CHUNK_BYTES = 4 * 1024 * 1024;

/** Scans one input after the other; `answer` never throws. */
export function inputScanner(engine: Engine, key: Uint8Array): { answer(input: ScanInput): Answer } {
  const chunk = new Uint8Array(CHUNK_BYTES);

  function scanOpen(descriptor: number, size: number, path: string): Answer {
    const first = fill(descriptor, chunk, size);
    if (first < chunk.length) return { bytes: first, scan: scanFile(engine, chunk.subarray(0, first), key, path) };
    const scanner = createStreamScanner(engine, key, { path });
    let bytes = 0;
    for (let read = first; read > 0; read = fill(descriptor, chunk, Infinity)) {
      scanner.push(chunk.subarray(0, read));
      bytes += read;
    }
    return { bytes, scan: scanner.end() };
  }

  function scanInput(input: ScanInput): Answer {
    if ('bytes' in input) {
      return { bytes: input.bytes.byteLength, scan: scanFile(engine, input.bytes, key, input.path) };
    }
    if ('text' in input) {
      return { bytes: Buffer.byteLength(input.text), scan: scanFile(engine, input.text, key, input.path) };
    }
    const file = typeof input.file === 'string' ? input.file : Buffer.from(input.file);
    // A named pipe that nobody writes to must not stop the thread.
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const facts = fstatSync(descriptor);
      if (!facts.isFile()) return { failure: 'it is no file' };
      // Files of /proc have no size and yet something to read.
      return scanOpen(descriptor, facts.size || Infinity, input.path ?? file.toString());
    } finally {
      closeSync(descriptor);
    }
  }

  return {
    answer: (input) => answering(() => scanInput(input)),
  };
}

/** What came of an input, in few words where there is nothing to say; an error is an answer as well. */
export function answering(scan: () => Answer): Answer {
  try {
    return briefly(scan());
  } catch (error) {
    return { failure: whyUnread(error) ?? (error instanceof Error ? error.message : String(error)) };
  }
}

function briefly(answer: Answer): Answer {
  if (typeof answer === 'number' || 'failure' in answer) return answer;
  return Object.values(answer.scan).every((list) => list.length === 0) ? answer.bytes : answer;
}

/** Fills the chunk from the file; less than all of it only at the end, which a file of `size` bytes need not be asked for. */
function fill(descriptor: number, chunk: Uint8Array, size: number): number {
  let length = 0;
  while (length < Math.min(chunk.length, size)) {
    const read = readSync(descriptor, chunk, length, chunk.length - length, null);
    if (read === 0) break;
    length += read;
  }
  return length;
}
