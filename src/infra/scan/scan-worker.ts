/** What a thread of the pool runs: an engine of its own, and one piece of work after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { createEngine } from '../../domain/scanner/engine.js';
import { loadRules } from '../../domain/scanner/registry.js';
import { LocalGitError } from './local-git.js';
import { inputScanner } from './scan-input.js';
import { sliceScanner } from './slice-scan.js';
import type { Question, Reply } from './threads.js';

async function serve(): Promise<void> {
  // The samples are the business of the tests, and of the process that serves webhooks.
  const engine = createEngine(await loadRules(), { checkSamples: false });
  const key = Uint8Array.from(workerData as Uint8Array);
  const scanner = inputScanner(engine, key);
  const scanSlice = sliceScanner(engine, key);

  async function replyTo(question: Question): Promise<Reply> {
    const { id } = question;
    if ('inputs' in question) return { id, answers: question.inputs.map((input) => scanner.answer(input)) };
    try {
      return { id, answers: await scanSlice(question.slice) };
    } catch (error) {
      if (!(error instanceof LocalGitError)) throw error;
      return { id, refusal: { reason: error.reason, message: error.message } };
    }
  }

  parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await replyTo(question)));
}

// Not awaited: the build puts this file and all that it needs into one, in which modules are functions. A failure ends the thread.
void serve();
