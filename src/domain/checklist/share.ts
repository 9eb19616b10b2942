/** One action satisfies its mapped items everywhere: which items are done because another one is. */
import type { Item } from './item.js';
import { type ItemState, type ItemStates, stateOf } from './state.js';

type Done = Extract<ItemState, { kind: 'done' }>;

/** Done because `with` is: by whom, when and with what proof are the other item's. `by` is null when a verifier saw it. */
export type SharedState = Done & { readonly with: string };

/** An item whose state somebody or a verifier really gave, so that others may lean on it. */
interface Source {
  readonly item: Item;
  readonly state: Extract<ItemState, { kind: 'done' | 'verified' }>;
}

/**
 * What follows for the open and stale items of `items`: each is done with another one that is done or verified and fulfils all
 * controls that it fulfils. What is derived is never derived from, so nothing chains. Only what is newer than an item's own last
 * change counts: an item reopened by a person, by a failing verifier or by age stays open until the other one is attested again.
 * Not-applicable, waived and unknown items are left alone. An item that needs an approver follows only from one that needs the same.
 * Of several, a verified one is chosen, then the newest, then the first in reading order.
 */
export function shared(states: ItemStates, items: readonly Item[]): ReadonlyMap<string, SharedState> {
  const sources = sourcesOf(states, items);
  const derived = new Map<string, SharedState>();
  for (const item of items) {
    const state = stateOf(states, item.id);
    if (state.kind !== 'open' && state.kind !== 'stale') continue;
    const source = sources.find((candidate) => carries(candidate, item) && isNewer(candidate, state));
    if (source !== undefined) derived.set(item.id, sharedState(source));
  }
  return derived;
}

/** Best first. The sort is stable, so equal ones stay in reading order. */
function sourcesOf(states: ItemStates, items: readonly Item[]): readonly Source[] {
  return items
    .flatMap((item): Source[] => {
      const state = stateOf(states, item.id);
      const isOwn = state.kind === 'verified' || (state.kind === 'done' && state.with === undefined);
      return isOwn ? [{ item, state }] : [];
    })
    .sort((a, b) => rank(a) - rank(b) || Date.parse(b.state.at) - Date.parse(a.state.at));
}

function rank({ state }: Source): number {
  return state.kind === 'verified' ? 0 : 1;
}

function carries({ item: from }: Source, to: Item): boolean {
  if (from.id === to.id || to.satisfies.length === 0) return false;
  if (to.approve !== undefined && from.approve !== to.approve) return false;
  return to.satisfies.every((control) => from.satisfies.includes(control));
}

/** An item that nobody has touched yet has no `at`: everything is newer. */
function isNewer({ state }: Source, than: { readonly at?: string }): boolean {
  return than.at === undefined || Date.parse(state.at) > Date.parse(than.at);
}

function sharedState({ item, state }: Source): SharedState {
  return {
    kind: 'done',
    by: state.kind === 'done' ? state.by : null,
    at: state.at,
    ...(state.evidence === undefined ? {} : { evidence: state.evidence }),
    with: item.id,
  };
}
