/** Writes no faster than the other end reads. */
import { EventEmitter, once } from 'node:events';
import type { Io } from '../_contract.js';

/** @throws AbortError when `signal` is aborted while the reader holds still. */
export async function send(stream: Io['stdout'], text: string, signal: AbortSignal): Promise<void> {
  if (text === '') return;
  if (stream.write(text) === false && stream instanceof EventEmitter) await once(stream, 'drain', { signal });
}
