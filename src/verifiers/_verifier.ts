/** What a verifier declares: its question, where it looks, and how it judges what it sees. */
import type { Judgement } from '../domain/verification/verdict.js';
import type { Source } from './_source.js';

/** Sources by the name under which `judge` gets what they answered. */
export type Reads = Readonly<Record<string, Source<unknown>>>;

/** What the sources answered; null where a thing was looked for and is not there. */
export type Seen<R extends Reads> = {
  readonly [Name in keyof R]: (R[Name] extends Source<infer T> ? T : never) | null;
};

export interface Verifier<R extends Reads = Reads> {
  /** As a person would ask it, ending in a question mark. */
  readonly question: string;
  readonly reads: R;
  /** Webhooks after which the answer may be another one, as `name` or `name.action`. */
  readonly on: readonly string[];
  /** Pure. Only asked when every source could be looked at: what is hidden is `unknown` without it. `now` is when it is asked. */
  judge(seen: Seen<R>, now: Date): Judgement;
}

/** Gives a verifier the types of its sources without the entry having to name them. */
export function defineVerifier<R extends Reads>(verifier: Verifier<R>): Verifier {
  // Who runs it hands `judge` what its own `reads` answered, which types of a whole registry cannot say.
  return verifier as unknown as Verifier;
}

/** Accepts a registry entry. @throws Error when it is none. */
export function acceptVerifier(candidate: unknown): Verifier {
  const verifier = candidate as Verifier;
  const isVerifier = typeof verifier?.judge === 'function' && verifier.question?.endsWith('?') === true;
  if (!isVerifier || typeof verifier.reads !== 'object') throw new Error('no verifier exported');
  return verifier;
}
