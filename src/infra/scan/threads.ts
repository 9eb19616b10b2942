/** Threads that scan: started when there is work for them, and what one that died had not looked at is said of each input. */
import { Worker } from 'node:worker_threads';
import { LocalGitError } from './local-git.js';
import type { Answer, ScanInput } from './scan-input.js';
import type { BlobAnswer, Slice } from './slice-scan.js';

/** What goes to a worker: inputs, or blobs that it reads by itself. */
export type Work = { readonly inputs: readonly ScanInput[] } | { readonly slice: Slice };

export type Question = Work & { readonly id: number };

/** What comes back: one answer for each input, in order, unless git said no. */
export type Reply = { readonly id: number } & (
  | { readonly answers: readonly BlobAnswer[] }
  | { readonly refusal: Pick<LocalGitError, 'reason' | 'message'> }
);

export interface Thread {
  readonly busy: () => number;
  readonly isAlive: () => boolean;
  /** Never rejects: what a thread could not do is said of each input. */
  run(inputs: readonly ScanInput[]): Promise<readonly Answer[]>;
  /** Scans blobs, which are read there. @throws LocalGitError */
  scan(slice: Slice): Promise<readonly BlobAnswer[]>;
  stop(): Promise<void>;
}

export interface Threads {
  readonly count: number;
  /** The thread with the least to do; a new one where all are busy and there may be more. */
  idlest(): Thread;
  /** Starts threads before there is work, until there are so many, or as many as there may be. */
  start(count: number): void;
  close(): Promise<void>;
}

/** What a scan makes is gone after each input: a larger nursery takes memory and saves no time. */
const YOUNG_MEGABYTES = 8;

/** At most `count` threads, each started when the others are busy, and none after `close`. */
export function threadsOf(count: number, key: Uint8Array): Threads {
  const started: Thread[] = [];
  let isClosed = false;
  const add = (): Thread => {
    const fresh = startThread(key);
    started.push(fresh);
    return fresh;
  };
  return {
    count,
    start: (most) => {
      while (started.length < Math.min(most, count)) add();
    },
    idlest: () => {
      const alive = started.filter((thread) => thread.isAlive());
      const [idlest] = alive.toSorted((a, b) => a.busy() - b.busy());
      if (idlest !== undefined && (started.length === count || idlest.busy() === 0)) return idlest;
      if (isClosed || started.length === count) return started[0] ?? NONE;
      return add();
    },
    close: async () => {
      isClosed = true;
      await Promise.all(started.map((thread) => thread.stop()));
    },
  };
}

/** What work comes to that is given to a closed pool. */
const NONE: Thread = {
  busy: () => 0,
  isAlive: () => false,
  run: async (inputs) => failures(inputs.length, 'The pool is closed'),
  scan: async ({ blobs }) => failures(blobs.length, 'The pool is closed'),
  stop: async () => undefined,
};

interface Waiting {
  readonly count: number;
  resolve(answers: readonly BlobAnswer[]): void;
  reject(error: Error): void;
}

function startThread(key: Uint8Array): Thread {
  const worker = new Worker(new URL('./scan-worker.cjs', import.meta.url), {
    workerData: key,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const waiting = new Map<number, Waiting>();
  let death: string | undefined;
  let next = 0;
  const die = (reason: string): void => {
    death ??= reason;
    for (const { count, resolve } of waiting.values()) resolve(failures(count, death));
    waiting.clear();
  };
  worker.on('message', (reply: Reply) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('answers' in reply) asked?.resolve(reply.answers);
    else asked?.reject(new LocalGitError(reply.refusal.reason, reply.refusal.message));
  });
  worker.on('messageerror', (error) => die(`A worker's answer could not be read: ${error.message}`));
  worker.on('error', (error: Error) => die(`A worker failed: ${error.message}`));
  worker.on('exit', () => die('A worker ended before its work was done'));

  const ask = (work: Work, count: number, memory: ArrayBuffer[]): Promise<readonly BlobAnswer[]> =>
    new Promise((resolve, reject) => {
      if (death !== undefined) return resolve(failures(count, death));
      const id = next++;
      waiting.set(id, { count, resolve, reject });
      worker.postMessage({ ...work, id } satisfies Question, memory);
    });
  return {
    busy: () => waiting.size,
    isAlive: () => death === undefined,
    run: async (inputs) => {
      const moved = inputs.map(movable);
      const answers = await ask({ inputs: moved }, inputs.length, memoryOf(moved));
      return inputs.map((_, index) => answers[index] ?? { failure: 'A worker gave no answer' });
    },
    scan: (slice) => ask({ slice }, slice.blobs.length, []),
    stop: async () => {
      await worker.terminate();
    },
  };
}

function failures(count: number, failure: string): Answer[] {
  return Array.from({ length: count }, () => ({ failure }));
}

/** What a thread needs of an input. Memory can be moved where nobody else has a part of it. */
function movable({ path, ...input }: ScanInput): ScanInput {
  const named = path === undefined ? {} : { path };
  if ('file' in input) return { file: input.file, ...named };
  if ('text' in input) return { text: input.text, ...named };
  const { bytes } = input;
  const isAll = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
  return { bytes: isAll ? bytes : new Uint8Array(bytes), ...named };
}

function memoryOf(inputs: readonly ScanInput[]): ArrayBuffer[] {
  const memory = inputs.flatMap((input) => ('bytes' in input ? [input.bytes.buffer] : []));
  return [...new Set(memory)].filter((buffer) => buffer instanceof ArrayBuffer);
}
