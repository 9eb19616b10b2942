/** What the states add up to: counts, what blocks the launch, what to do next. */
import { type Checklist, type Item, itemsOf } from './item.js';
import { type ItemStates, isSettled, type StateKind, stateOf } from './state.js';
import { betterThan, type Grade, gradeOf, isRequired, type Letter, WEIGHT } from './grade.js';
import { shortestTo, worth } from './shortest.js';
import type { Asides, Blocker, HeaderFacts } from './view.js';

export type Counts = Readonly<Record<StateKind, number>> & { readonly total: number };

export interface Summary {
  readonly counts: Counts;
  /** Null when nothing applies that could be graded. */
  readonly grade: Grade | null;
  /** The next letter and how many items lead to it; null at A+ and without a grade. */
  readonly nextGrade: { readonly letter: Letter; readonly items: number } | null;
  /** Calendar date on which the first of the accepted risks has to be looked at again; null when there are none. */
  readonly waivedUntil: string | null;
  /** Everything that stands in the way of the launch, others' blockers first, then required items by risk. Empty: ready. */
  readonly blockers: readonly Blocker[];
  /** The best next steps, best first. */
  readonly next: readonly Item[];
  /** Items whose risk somebody asked to accept and nobody has yet, in reading order; `since` is a calendar date. */
  readonly waiting: readonly { readonly itemId: string; readonly since: string }[];
}

export function summarise(
  checklists: readonly Checklist[],
  states: ItemStates,
  { blockers = [], shouldCounts = false }: Pick<HeaderFacts, 'blockers' | 'shouldCounts'> = {},
  asides: Asides = new Map(),
): Summary {
  const items = itemsOf(checklists);
  const grade = gradeIfAny(items, states);
  const better = grade === null ? null : betterThan(grade.letter);
  return {
    counts: countStates(items, states),
    grade,
    nextGrade: better === null ? null : { letter: better, items: shortestTo(items, states, better).length },
    waivedUntil: firstEnd(items, states),
    blockers: [...blockers, ...blockingItems(items, states, shouldCounts).map((item) => blockerOf(item, states))],
    next: nextSteps(items, states),
    waiting: items.flatMap(({ id }) => {
      const since = asides.get(id)?.asked?.since;
      return since === undefined || isSettled(stateOf(states, id)) ? [] : [{ itemId: id, since }];
    }),
  };
}

/** Null when nothing applies that could be graded. */
export function gradeIfAny(items: readonly Item[], states: ItemStates): Grade | null {
  const isGraded = items.some((item) => isRequired(item) && stateOf(states, item.id).kind !== 'not-applicable');
  return isGraded ? gradeOf(items, states) : null;
}

function firstEnd(items: readonly Item[], states: ItemStates): string | null {
  const ends = items.flatMap(({ id }) => {
    const state = stateOf(states, id);
    return state.kind === 'waived' ? [state.until] : [];
  });
  return ends.toSorted()[0] ?? null;
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

/**
 * Required items that are neither settled nor waived, riskiest first. What could not be looked at blocks like what is open.
 * @param shouldCounts recommended items are required, too
 */
export function blockingItems(items: readonly Item[], states: ItemStates, shouldCounts = false): readonly Item[] {
  return requiredItems(items, shouldCounts)
    .filter((item) => isWaiting(item, states))
    .toSorted((a, b) => WEIGHT[b.risk] - WEIGHT[a.risk]);
}

/** What a launch asks for. @param shouldCounts recommended items are required, too */
export function requiredItems(items: readonly Item[], shouldCounts = false): readonly Item[] {
  return items.filter(({ level }) => level === 'MUST' || (shouldCounts && level === 'SHOULD'));
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
