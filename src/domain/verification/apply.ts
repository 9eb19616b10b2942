/** What a verdict makes of an item: what was seen goes before what was said, what could not be seen changes next to nothing. */
import { dateOf, type ItemState, webAddress } from '../checklist/index.js';
import type { Verdict } from './verdict.js';

export interface Seen {
  readonly verdict: Verdict;
  /** ISO 8601 instant at which the verifier last answered `met`; null when it never did. */
  readonly metAt: string | null;
}

export interface Change {
  readonly to: ItemState;
  /** It counted as done and is not so: people are told. */
  readonly isRegression: boolean;
}

/**
 * Milliseconds for which an item stays verified without anybody being able to look: a permission that is missing for an hour or a bad
 * day of GitHub's changes nothing, and nothing is believed for ever.
 */
export const HOLDS_MS = 3 * 86_400_000;

/**
 * The item's new state, or null when it stays as it is. A person's decision that it does not apply, and an accepted risk, stand whatever
 * is seen; a person's word that it is done stands until something else is seen. `now` is an ISO 8601 instant.
 */
export function applyVerdict(state: ItemState, { verdict, metAt }: Seen, now: string): Change | null {
  if (isDecided(state)) return null;
  switch (verdict.answer) {
    case 'met':
      return state.kind === 'verified' ? null : quietly({ kind: 'verified', at: now, ...evidenceOf(verdict) });
    case 'unmet':
      return onUnmet(state, now);
    case 'not-applicable':
      return onNotApplicable(state, verdict.because, now);
    case 'unknown':
      if (state.kind !== 'verified' || Date.parse(now) - Date.parse(metAt ?? state.at) <= HOLDS_MS) return null;
      return quietly({ kind: 'unknown', at: now, reason: verdict.because });
  }
}

function onUnmet(state: ItemState, now: string): Change | null {
  switch (state.kind) {
    case 'verified':
    case 'done':
    // Nobody could look for a while; before that it was verified.
    case 'unknown':
      return { to: { kind: 'open', at: now, reason: onceWas(state) }, isRegression: true };
    case 'stale':
      return quietly({ kind: 'open', at: now, reason: onceWas(state) });
    case 'not-applicable':
      return quietly({ kind: 'open', at: now, reason: 'it applies by now' });
    case 'open':
    case 'waived':
      return null;
  }
}

/** What somebody did all the same stays done. */
function onNotApplicable(state: ItemState, reason: string, now: string): Change | null {
  if (state.kind === 'done') return null;
  if (state.kind === 'not-applicable' && state.reason === reason) return null;
  return quietly({ kind: 'not-applicable', by: null, at: now, reason });
}

/** Without the reason, which stands beside the item and may change. */
function onceWas(state: ItemState): string {
  const since = state.at === undefined ? '' : ` on ${dateOf(state.at)}`;
  if (state.kind === 'done') {
    return `done${state.by === null ? '' : ` by @${state.by}`}${since}, and now seen otherwise`;
  }
  return state.kind === 'verified'
    ? `verified${since}, and now seen otherwise`
    : 'it counted as done, and is seen otherwise';
}

function evidenceOf({ evidence, because }: Verdict): { readonly evidence: string } {
  const address = evidence.find(({ where }) => webAddress(where) !== undefined)?.where;
  return { evidence: address ?? because };
}

/** Somebody decided that it does not apply, or whose risk it is. */
export function isDecided(state: ItemState): boolean {
  return state.kind === 'waived' || (state.kind === 'not-applicable' && state.by !== null);
}

function quietly(to: ItemState): Change {
  return { to, isRegression: false };
}
