/**
 * What a second thread brings: to the scanner, and to the machine as such. Rounds of one and two threads take turns, and the fastest
 * of each decides: what else the machine does only ever adds, and to two threads twice as often.
 */
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type * as Pool from '../../src/infra/scan/scan-pool.js';
import { type Report, timed } from '../group.js';
import { type File, megabytes } from './corpus.js';

// A thread begins with a file that the build makes.
const { createScanPool }: typeof Pool = await import(pathToFileURL(path.resolve('dist/infra/scan/scan-pool.js')).href);

/** What `machine-kernels.ts` can do. */
const KERNELS = ['compute', 'memory'] as const;

export type Kernel = (typeof KERNELS)[number];

const ROUNDS = 11;
const KEY = Buffer.alloc(32, 7);

/** Work that is done by one thread and by two, in turn. */
interface Contest {
  readonly name: string;
  work(threads: 1 | 2): Promise<unknown>;
}

/** Files are read by the workers, as they are on a command line. */
export async function threads(report: Report, files: readonly File[]): Promise<void> {
  const inputs = files.flatMap(({ file, path, bytes }) =>
    file === undefined ? [] : [{ file, path, size: bytes.length }],
  );
  const pools = { 1: createScanPool({ workers: 1, key: KEY }), 2: createScanPool({ workers: 2, key: KEY }) };
  const kernels = [newKernels(), newKernels()];
  const scan: Contest = {
    name: 'scan',
    work: async (count) => {
      for await (const outcome of pools[count].scanAll(inputs)) if ('error' in outcome) throw outcome.error;
    },
  };
  const machine = KERNELS.map(
    (kernel): Contest => ({
      name: kernel,
      work: (count) => Promise.all(kernels.slice(0, count).map(({ run }) => run(kernel))),
    }),
  );
  const times = await inTurn([scan, ...machine]);
  await Promise.all([pools[1].close(), pools[2].close(), ...kernels.map(({ stop }) => stop())]);

  const sum = (names: readonly string[], count: 1 | 2): number =>
    names.reduce((total, name) => total + Math.min(...(times.get(`${name} ${count}`) ?? [])), 0);
  // Two threads scan the same files together, but run a kernel each.
  const gain = (...names: Kernel[]): number => (2 * sum(names, 1)) / sum(names, 2);
  report('scan-two-threads', megabytes(files) / (sum(['scan'], 2) / 1000), 'MB/s');
  report('scan-two-threads-ratio', sum(['scan'], 1) / sum(['scan'], 2), 'x');
  report('machine-two-threads-ratio', gain(...KERNELS), 'x');
  report('machine-two-threads-compute', gain('compute'), 'x');
  report('machine-two-threads-memory', gain('memory'), 'x');
}

/** Milliseconds of each round of each contest, by its name and number of threads. The first round warms up. */
async function inTurn(contests: readonly Contest[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>();
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const { name, work } of contests) {
      for (const count of [1, 2] as const) {
        const key = `${name} ${count}`;
        const took = await timed(() => work(count));
        if (round >= 0) times.set(key, [...(times.get(key) ?? []), took]);
      }
    }
  }
  return times;
}

function newKernels(): { run(kernel: Kernel): Promise<unknown>; stop(): Promise<unknown> } {
  const worker = new Worker(new URL('./machine-kernels.js', import.meta.url));
  return {
    run: (kernel) => {
      worker.postMessage(kernel);
      return once(worker, 'message');
    },
    stop: () => worker.terminate(),
  };
}
