/** What a thread of the pool runs: an engine of its own, and one piece of work after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadScanner } from './load-scanner.js';
import type { Question, Reply } from './threads.js';

const scanner = await loadScanner();
const engine = await scanner.loadEngine();
const key = Uint8Array.from(workerData as Uint8Array);
const inputs = scanner.inputScanner(engine, key);
const scanSlice = scanner.sliceScanner(engine, key);

async function replyTo(question: Question): Promise<Reply> {
  const { id } = question;
  if ('inputs' in question) return { id, answers: question.inputs.map((input) => inputs.answer(input)) };
  try {
    return { id, answers: await scanSlice(question.slice) };
  } catch (error) {
    if (!(error instanceof scanner.LocalGitError)) throw error;
    return { id, refusal: { reason: error.reason, message: error.message } };
  }
}

parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await replyTo(question)));
