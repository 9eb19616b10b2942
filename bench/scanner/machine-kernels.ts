/** Two small kernels, one that only computes and one that waits for memory, run in a thread as often as asked. */
import { parentPort } from 'node:worker_threads';
import type { Kernel } from './threads.js';

/** Far more than the processor's caches hold. */
const WORDS = 16 * 1024 * 1024;
const STEPS = 60_000_000;
const PASSES = 4;

const words = new Int32Array(WORDS).fill(1);

const run: Readonly<Record<Kernel, () => number>> = {
  compute: () => {
    let state = 1;
    for (let step = 0; step < STEPS; step += 1) state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state;
  },
  memory: () => {
    let sum = 0;
    for (let pass = 0; pass < PASSES; pass += 1) {
      for (let at = 0; at < WORDS; at += 4) sum = (sum + (words[at] as number)) | 0;
    }
    return sum;
  },
};

parentPort?.on('message', (kernel: Kernel) => {
  parentPort?.postMessage(run[kernel]());
});
