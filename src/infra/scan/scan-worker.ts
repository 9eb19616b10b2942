/** What a thread of the pool runs: an engine of its own, and the inputs of each batch one after the other. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { createEngine } from '../../domain/scanner/engine.js';
import { loadRules } from '../../domain/scanner/registry.js';
import { type FileScan, scanFile } from '../../domain/scanner/scan-file.js';
import { createStreamScanner } from '../../domain/scanner/stream-scanner.js';
import type { Answer, Answers, Batch, ScanInput } from './scan-pool.js';

/** Larger files are read in chunks of this size, smaller ones at once. */
const CHUNK_BYTES = 4 * 1024 * 1024;

const key = Uint8Array.from(workerData as Uint8Array);
// The samples are the business of the tests, and of the process that serves webhooks.
const engine = createEngine(await loadRules(), { checkSamples: false });
const chunk = new Uint8Array(CHUNK_BYTES);

parentPort?.on('message', ({ id, inputs }: Batch) => {
  parentPort?.postMessage({ id, answers: inputs.map(answerTo) } satisfies Answers);
});

/** A file that cannot be read, or a scan that fails, is said of that input alone. */
function answerTo(input: ScanInput): Answer {
  try {
    if ('file' in input) return scanPath(input.file, input.path ?? input.file);
    return { bytes: input.bytes.byteLength, scan: scanFile(engine, input.bytes, key, input.path) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

function scanPath(file: string, path: string): { bytes: number; scan: FileScan } {
  // A named pipe that nobody writes to must not stop the thread.
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!fstatSync(descriptor).isFile()) throw new Error(`${file} is no file`);
    const first = fill(descriptor);
    if (first < chunk.length) return { bytes: first, scan: scanFile(engine, chunk.subarray(0, first), key, path) };
    const scanner = createStreamScanner(engine, key, { path });
    let bytes = 0;
    for (let read = first; read > 0; read = fill(descriptor)) {
      scanner.push(chunk.subarray(0, read));
      bytes += read;
    }
    return { bytes, scan: scanner.end() };
  } finally {
    closeSync(descriptor);
  }
}

/** Fills the chunk from the file; less than all of it only at the end. */
function fill(descriptor: number): number {
  let length = 0;
  while (length < chunk.length) {
    const read = readSync(descriptor, chunk, length, chunk.length - length, null);
    if (read === 0) break;
    length += read;
  }
  return length;
}
