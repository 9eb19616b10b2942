/** What a thread of the pool runs: an engine of its own, and the inputs of each batch one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { createEngine } from '../../domain/scanner/engine.js';
import { loadRules } from '../../domain/scanner/registry.js';
import { inputScanner } from './scan-input.js';
import type { Answers, Batch } from './scan-pool.js';

async function serve(): Promise<void> {
  // The samples are the business of the tests, and of the process that serves webhooks.
  const engine = createEngine(await loadRules(), { checkSamples: false });
  const scanner = inputScanner(engine, Uint8Array.from(workerData as Uint8Array));
  parentPort?.on('message', ({ id, inputs }: Batch) => {
    parentPort?.postMessage({ id, answers: inputs.map((input) => scanner.answer(input)) } satisfies Answers);
  });
}

// Not awaited: the build puts this file and all that it needs into one, in which modules are functions. A failure ends the thread.
void serve();
