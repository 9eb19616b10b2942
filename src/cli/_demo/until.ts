/** Waits for what others do, by looking again and again for a bounded time. */
import { setTimeout as sleep } from 'node:timers/promises';

/** What was waited for did not come. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
}

/**
 * Asks `look` until it answers something other than null, undefined or false.
 * @param what completes "waited 40 s for …".
 * @param pauseMs between two looks.
 * @throws NotYet after `seconds`.
 */
export async function until<T>(
  what: string,
  look: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  seconds = 40,
  pauseMs = 20,
): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new NotYet(`waited ${seconds} s for ${what}`);
    await sleep(pauseMs);
  }
}
