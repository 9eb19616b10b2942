/** Scans files and blobs on several threads, in the order given, with a bounded number of them under way. */
import type { Repository } from './local-git.js';
import { outcomeOf, type ScanOutcome } from './outcome.js';
import type { Answer, ScanInput } from './scan-input.js';
import type { WantedBlob } from './slice-scan.js';
import { scanFromBothEnds } from './both-ends.js';
import { threadsOf, type Threads } from './threads.js';

export type { ScanInput, ScanOutcome };

export interface ScanPool {
  /**
   * Outcomes in the order of the inputs, of which only a bounded number is taken ahead. A `Uint8Array` that is all of its
   * memory is moved to the worker, and empty afterwards; any other one is copied.
   */
  scanAll<I extends ScanInput>(inputs: Iterable<I> | AsyncIterable<I>): AsyncGenerator<ScanOutcome<I>, void>;
  /** Outcomes of inputs that are all at hand, in their order: for whoever answers at once and bounds what is under way. */
  scanBatch<I extends ScanInput>(inputs: readonly I[]): Promise<ScanOutcome<I>[]>;
  /** Outcomes of blobs, which the threads read, in their order; what is no blob is left out. @throws LocalGitError */
  scanBlobs<B extends WantedBlob>(repository: Repository, blobs: readonly B[]): AsyncGenerator<ScanOutcome<B>, void>;
  /** Starts threads, for whoever knows that there will be work for them. */
  start(count: number): void;
  close(): Promise<void>;
}

export interface ScanPoolOptions {
  /** Threads beside the caller's, at most, each started when there is work for it. */
  readonly workers: number;
  /** Scans in the caller's thread: for less than a batch no other is started. Left out, one is. */
  readonly here?: () => Promise<{ answer(input: ScanInput): Answer }>;
  /** For the fingerprints, 16 bytes or more. */
  readonly key: Uint8Array;
}

/** A message costs as much as the scan of a small file, so that inputs travel together: as many, or as many bytes. */
const BATCH_INPUTS = 32;
const BATCH_BYTES = 1024 * 1024;

/** Batches for each worker that are under way or done ahead of their turn. */
const AHEAD = 4;

/** @throws RangeError for less than one worker, and for a key shorter than 16 bytes. */
export function createScanPool({ workers: count, key, here }: ScanPoolOptions): ScanPool {
  if (count < 1) throw new RangeError('A pool has at least one worker');
  if (key.byteLength < 16) throw new RangeError('A fingerprint key has at least 16 bytes');
  const threads = threadsOf(count, key);
  return {
    scanAll: (inputs) => inOrder(threads, inputs, here),
    scanBatch: (inputs) => runBatch(threads, inputs),
    scanBlobs: (repository, blobs) => scanFromBothEnds(threads, repository, blobs),
    start: (most) => threads.start(most),
    close: () => threads.close(),
  };
}

async function* inOrder<I extends ScanInput>(
  threads: Threads,
  inputs: Iterable<I> | AsyncIterable<I>,
  here: ScanPoolOptions['here'],
): AsyncGenerator<ScanOutcome<I>, void> {
  const ahead: Promise<ScanOutcome<I>[]>[] = [];
  /** The first batch, as long as it may be the only one. */
  let only: I[] | undefined;
  let isFirst = here !== undefined;
  for await (const batch of batchesOf(inputs)) {
    if (isFirst && bytesOf(batch) < BATCH_BYTES) only = batch;
    else {
      if (only !== undefined) ahead.push(runBatch(threads, only));
      only = undefined;
      ahead.push(runBatch(threads, batch));
    }
    isFirst = false;
    if (ahead.length >= AHEAD * threads.count) yield* (await ahead.shift()) ?? [];
  }
  if (only !== undefined && here !== undefined) {
    const { answer } = await here();
    for (const input of only) yield* outcomeOf(input, answer(input));
  }
  for (const outcomes of ahead) yield* await outcomes;
}

async function runBatch<I extends ScanInput>(threads: Threads, inputs: readonly I[]): Promise<ScanOutcome<I>[]> {
  const answers = await threads.idlest().run(inputs);
  return answers.flatMap((answer, index) => outcomeOf(inputs[index], answer));
}

async function* batchesOf<I extends ScanInput>(inputs: Iterable<I> | AsyncIterable<I>): AsyncGenerator<I[]> {
  let batch: I[] = [];
  let bytes = 0;
  for await (const input of inputs) {
    batch.push(input);
    bytes += sizeOf(input);
    if (batch.length < BATCH_INPUTS && bytes < BATCH_BYTES) continue;
    yield batch;
    [batch, bytes] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

function bytesOf(inputs: readonly ScanInput[]): number {
  return inputs.reduce((sum, input) => sum + sizeOf(input), 0);
}

function sizeOf(input: ScanInput): number {
  if ('bytes' in input) return input.bytes.byteLength;
  return 'text' in input ? input.text.length : (input.size ?? 0);
}
