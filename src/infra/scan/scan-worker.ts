/**
 * What a thread of the pool runs: an engine of its own, and one piece of work after the other. The build makes a file of CommonJS of
 * it, so that no thread has to set up Node.js's loader of ES modules.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { loadProgram } from './load-program.js';
import type { Question, Reply } from './threads.js';

async function startWork(): Promise<(question: Question) => Promise<Reply>> {
  const { loadEngine, inputScanner, sliceScanner, LocalGitError } = loadProgram();
  const engine = await loadEngine();
  const key = Uint8Array.from(workerData as Uint8Array);
  const inputs = inputScanner(engine, key);
  const scanSlice = sliceScanner(engine, key);
  return async (question) => {
    const { id } = question;
    if ('inputs' in question) return { id, answers: question.inputs.map((input) => inputs.answer(input)) };
    try {
      return { id, answers: await scanSlice(question.slice) };
    } catch (error) {
      if (!(error instanceof LocalGitError)) throw error;
      return { id, refusal: { reason: error.reason, message: error.message } };
    }
  };
}

const starting = startWork();
parentPort?.on('message', async (question: Question) => {
  const replyTo = await starting;
  parentPort?.postMessage(await replyTo(question));
});
