/** What the states add up to: counts, what blocks the launch, what to do next. */
import { type Checklist, type Item, itemsOf } from './item.js';
import { type ItemStates, isSettled, type StateKind, stateOf } from './state.js';
import { WEIGHT } from './grade.js';
import { worth } from './shortest.js';
import type { Blocker, HeaderFacts } from './view.js';

export type Counts = Readonly<Record<StateKind, number>> & { readonly total: number };

export interface Summary {
  readonly counts: Counts;
  /** Everything that stands in the way of the launch, others' blockers first, then required items by risk. Empty: ready. */
  readonly blockers: readonly Blocker[];
  /** The best next steps, best first. */
  readonly next: readonly Item[];
}

export function summarise(
  checklists: readonly Checklist[],
  states: ItemStates,
  facts: Pick<HeaderFacts, 'blockers'> = {},
): Summary {
  const items = itemsOf(checklists);
  return {
    counts: countStates(items, states),
    blockers: [...(facts.blockers ?? []), ...blockingItems(items, states).map((item) => blockerOf(item, states))],
    next: nextSteps(items, states),
  };
}

export function countStates(items: readonly Item[], states: ItemStates): Counts {
  const counts: Record<StateKind, number> = {
    open: 0,
    done: 0,
    verified: 0,
    stale: 0,
    'not-applicable': 0,
    waived: 0,
    unknown: 0,
  };
  for (const item of items) counts[stateOf(states, item.id).kind] += 1;
  return { ...counts, total: items.length };
}

/** Required items that are neither settled nor waived, riskiest first. What could not be looked at blocks like what is open. */
export function blockingItems(items: readonly Item[], states: ItemStates): readonly Item[] {
  return items
    .filter((item) => item.level === 'MUST' && isWaiting(item, states))
    .toSorted((a, b) => WEIGHT[b.risk] - WEIGHT[a.risk]);
}

/** The `count` items that take away most risk per minute; optional ones come last, equals stay in reading order. */
export function nextSteps(items: readonly Item[], states: ItemStates, count = 3): readonly Item[] {
  return items
    .filter((item) => isWaiting(item, states))
    .toSorted((a, b) => optional(a) - optional(b) || worth(b) - worth(a))
    .slice(0, count);
}

const optional = (item: Item): number => (item.level === 'OPTIONAL' ? 1 : 0);

function isWaiting(item: Item, states: ItemStates): boolean {
  const state = stateOf(states, item.id);
  return !isSettled(state) && state.kind !== 'waived';
}

function blockerOf(item: Item, states: ItemStates): Blocker {
  const state = stateOf(states, item.id);
  const why = state.kind === 'stale' || state.kind === 'unknown' ? ` (${state.reason})` : '';
  return { itemId: item.id, text: `${item.title}${why}` };
}
