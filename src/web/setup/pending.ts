/** Registrations under way: which answers a `state` belongs to, once, for an hour. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../../core/clock.js';
import type { Answers } from './manifest.js';

/** GitHub's code lives for an hour, so a longer state would be of no use. */
const LIFETIME_MS = 60 * 60 * 1000;

/** One person clicks here; more than this is somebody holding down a key. */
const LIMIT = 50;

export interface Pending {
  /** Remembers the answers and returns the state to send along. */
  begin(answers: Answers): string;
  /** The answers that belong to `state`, which stays valid; undefined when it is unknown, used or too old. */
  peek(state: string): Answers | undefined;
  /** As `peek`, and the state is used up. */
  take(state: string): Answers | undefined;
  /** Makes a taken state valid again, with its first end: the exchange did not happen. */
  giveBack(state: string): void;
}

export function pendingRegistrations(clock: Clock): Pending {
  const entries = new Map<string, { readonly answers: Answers; readonly until: number; taken: boolean }>();
  const find = (state: string) => {
    const entry = entries.get(state);
    return entry !== undefined && entry.until > clock.now().getTime() && !entry.taken ? entry : undefined;
  };
  return {
    begin(answers) {
      const [oldest] = entries.keys();
      if (entries.size >= LIMIT && oldest !== undefined) entries.delete(oldest);
      const state = randomBytes(32).toString('base64url');
      entries.set(state, { answers, until: clock.now().getTime() + LIFETIME_MS, taken: false });
      return state;
    },
    peek: (state) => find(state)?.answers,
    take(state) {
      const entry = find(state);
      if (entry !== undefined) entry.taken = true;
      return entry?.answers;
    },
    giveBack(state) {
      const entry = entries.get(state);
      if (entry !== undefined) entry.taken = false;
    },
  };
}
