/** Scans files and blobs on several threads, in the order given, with a bounded number of them under way. */
import { Worker } from 'node:worker_threads';
import type { FileScan } from '../../domain/scanner/scan-file.js';

/** A file that the worker reads itself, in pieces; or bytes, whose memory goes over to the worker. */
export type ScanInput =
  | { readonly file: string; readonly path?: string }
  | { readonly bytes: Uint8Array; readonly path?: string };

/** What came of one input. An input that could not be looked at has an error: it never passes silently. */
export type ScanOutcome<I extends ScanInput = ScanInput> =
  | { readonly input: I; readonly bytes: number; readonly scan: FileScan }
  | { readonly input: I; readonly error: Error };

export interface ScanPool {
  /**
   * Outcomes in the order of the inputs, of which only a bounded number is taken ahead. A `Uint8Array` that is all of its
   * memory is moved to the worker, and empty afterwards; any other one is copied.
   */
  scanAll<I extends ScanInput>(inputs: Iterable<I> | AsyncIterable<I>): AsyncGenerator<ScanOutcome<I>, void>;
  close(): Promise<void>;
}

export interface ScanPoolOptions {
  /** Threads beside the caller's. */
  readonly workers: number;
  /** For the fingerprints, 16 bytes or more. */
  readonly key: Uint8Array;
}

/** What goes to a worker and what comes back: one answer for each input, in order. */
export interface Batch {
  readonly id: number;
  readonly inputs: readonly ScanInput[];
}
export type Answer = { readonly bytes: number; readonly scan: FileScan } | { readonly failure: string };
export interface Answers {
  readonly id: number;
  readonly answers: readonly Answer[];
}

/** A message costs as much as the scan of a small file, so that inputs travel together: as many, or as many bytes. */
const BATCH_INPUTS = 32;
const BATCH_BYTES = 1024 * 1024;

/** Batches for each worker that are under way or done ahead of their turn. */
const AHEAD = 3;

/** @throws RangeError for less than one worker, and for a key shorter than 16 bytes. */
export function createScanPool({ workers: count, key }: ScanPoolOptions): ScanPool {
  if (count < 1) throw new RangeError('A pool has at least one worker');
  if (key.byteLength < 16) throw new RangeError('A fingerprint key has at least 16 bytes');
  const threads = Array.from({ length: count }, () => startThread(key));
  return {
    scanAll: (inputs) => inOrder(threads, inputs),
    close: async () => {
      await Promise.all(threads.map((thread) => thread.stop()));
    },
  };
}

interface Thread {
  readonly busy: () => number;
  readonly isAlive: () => boolean;
  /** Never rejects: what a thread could not do is said of each input. */
  run(inputs: readonly ScanInput[]): Promise<readonly Answer[]>;
  stop(): Promise<void>;
}

function startThread(key: Uint8Array): Thread {
  const worker = new Worker(new URL('./scan-worker.js', import.meta.url), { workerData: key });
  const waiting = new Map<number, { readonly count: number; resolve(answers: readonly Answer[]): void }>();
  let death: string | undefined;
  let next = 0;
  const die = (reason: string): void => {
    death ??= reason;
    for (const { count, resolve } of waiting.values()) resolve(failures(count, death));
    waiting.clear();
  };
  worker.on('message', ({ id, answers }: Answers) => {
    waiting.get(id)?.resolve(answers);
    waiting.delete(id);
  });
  worker.on('messageerror', (error) => die(`A worker's answer could not be read: ${error.message}`));
  worker.on('error', (error: Error) => die(`A worker failed: ${error.message}`));
  worker.on('exit', () => die('A worker ended before its work was done'));
  return {
    busy: () => waiting.size,
    isAlive: () => death === undefined,
    run: (inputs) =>
      new Promise((resolve) => {
        if (death !== undefined) return resolve(failures(inputs.length, death));
        const batch: Batch = { id: next++, inputs: inputs.map(movable) };
        waiting.set(batch.id, { count: inputs.length, resolve });
        worker.postMessage(batch, memoryOf(batch.inputs));
      }),
    stop: async () => {
      await worker.terminate();
    },
  };
}

function failures(count: number, failure: string): Answer[] {
  return Array.from({ length: count }, () => ({ failure }));
}

/** Memory can be moved where nobody else has a part of it. */
function movable(input: ScanInput): ScanInput {
  if ('file' in input) return input;
  const { bytes } = input;
  const isAll = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
  return isAll ? input : { ...input, bytes: new Uint8Array(bytes) };
}

function memoryOf(inputs: readonly ScanInput[]): ArrayBuffer[] {
  const memory = inputs.flatMap((input) => ('bytes' in input ? [input.bytes.buffer] : []));
  return [...new Set(memory)].filter((buffer) => buffer instanceof ArrayBuffer);
}

async function* inOrder<I extends ScanInput>(
  threads: readonly Thread[],
  inputs: Iterable<I> | AsyncIterable<I>,
): AsyncGenerator<ScanOutcome<I>, void> {
  const ahead: Promise<ScanOutcome<I>[]>[] = [];
  for await (const batch of batchesOf(inputs)) {
    ahead.push(runBatch(threads, batch));
    if (ahead.length >= AHEAD * threads.length) yield* (await ahead.shift()) ?? [];
  }
  for (const outcomes of ahead) yield* await outcomes;
}

async function runBatch<I extends ScanInput>(
  threads: readonly Thread[],
  inputs: readonly I[],
): Promise<ScanOutcome<I>[]> {
  const alive = threads.filter((thread) => thread.isAlive());
  const [idlest] = (alive.length > 0 ? alive : threads).toSorted((a, b) => a.busy() - b.busy());
  const answers = (await idlest?.run(inputs)) ?? [];
  return inputs.map((input, index) => {
    const answer = answers[index] ?? { failure: 'A worker gave no answer' };
    return 'failure' in answer ? { input, error: new Error(answer.failure) } : { input, ...answer };
  });
}

async function* batchesOf<I extends ScanInput>(inputs: Iterable<I> | AsyncIterable<I>): AsyncGenerator<I[]> {
  let batch: I[] = [];
  let bytes = 0;
  for await (const input of inputs) {
    batch.push(input);
    bytes += 'bytes' in input ? input.bytes.byteLength : 0;
    if (batch.length < BATCH_INPUTS && bytes < BATCH_BYTES) continue;
    yield batch;
    [batch, bytes] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
