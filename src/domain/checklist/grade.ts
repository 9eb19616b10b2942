/** The grade: the security posture as a letter, by arithmetic that anybody can redo. Readiness never depends on it. */
import type { RiskLevel } from '../../core/risk.js';
import type { Item } from './item.js';
import { type ItemState, type ItemStates, type StateKind, stateOf } from './state.js';

/** The points that an item which is not met takes away. */
export const WEIGHT: Readonly<Record<RiskLevel, number>> = { MAXIMUM: 25, HIGH: 20, MEDIUM: 10, LOW: 5 };

/** The points that an optional item which is met adds. */
export const BONUS = 5;

/** Optional items add to what is good already: they count only when the penalties alone leave this much. */
export const BONUS_FROM = 90;

const FULL = 100;
/** Scores are whole steps. */
const STEP = 5;

/**
 * The least score of each letter, best first.
 * @see https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring
 */
export const CHART = [
  ['A+', 100],
  ['A', 90],
  ['A-', 85],
  ['B+', 80],
  ['B', 70],
  ['B-', 65],
  ['C+', 60],
  ['C', 50],
  ['C-', 45],
  ['D+', 40],
  ['D', 30],
  ['D-', 25],
  ['F', 0],
] as const satisfies readonly (readonly [string, number])[];

export type Letter = (typeof CHART)[number][0];

/** One item's part in the sum; what neither adds nor subtracts has no line. */
export interface GradeLine {
  readonly itemId: string;
  /** Negative for a penalty; 0 for an optional item that is met but does not count yet. */
  readonly points: number;
  /** As what the item counts: waived, out of date and unknown ones subtract like open ones, and are named. */
  readonly kind: StateKind;
  /** Plain words, such as `HIGH, risk accepted until 2027-01-31`. */
  readonly why: string;
}

export interface Grade {
  readonly letter: Letter;
  /** 0 to 100, in steps of 5. */
  readonly score: number;
  /** The bare sum that the lines make with 100: may be below 0 or above 100. */
  readonly sum: number;
  /** In reading order. */
  readonly lines: readonly GradeLine[];
}

/** Waived, stale and unknown items subtract like open ones; what does not apply is left out. Pure arithmetic over `items`. */
export function gradeOf(items: readonly Item[], states: ItemStates): Grade {
  const penalised = items.filter((item) => isRequired(item) && isUnmet(stateOf(states, item.id)));
  const left = FULL - sumOf(penalised);
  const lines = items.flatMap((item): GradeLine[] => {
    const state = stateOf(states, item.id);
    const named = { itemId: item.id, kind: state.kind };
    if (isRequired(item)) {
      return isUnmet(state)
        ? [{ ...named, points: -WEIGHT[item.risk], why: `${item.risk}, ${unmetBecause(state)}` }]
        : [];
    }
    if (!isMet(state)) return [];
    return left >= BONUS_FROM
      ? [{ ...named, points: BONUS, why: `optional, ${state.kind}` }]
      : [{ ...named, points: 0, why: `optional, ${state.kind}: counts from ${BONUS_FROM} points on` }];
  });
  const sum = lines.reduce((total, { points }) => total + points, FULL);
  const score = Math.floor(Math.min(FULL, Math.max(0, sum)) / STEP) * STEP;
  return { letter: letterOf(score), score, sum, lines };
}

/** The letter of a score. */
export function letterOf(score: number): Letter {
  return CHART.find(([, least]) => score >= least)?.[0] ?? 'F';
}

/** The least score with this letter. */
export function scoreOf(letter: Letter): number {
  return CHART.find(([known]) => known === letter)?.[1] ?? 0;
}

/** The letter above this one; null above A+. */
export function betterThan(letter: Letter): Letter | null {
  const at = CHART.findIndex(([known]) => known === letter);
  return CHART[at - 1]?.[0] ?? null;
}

/** True for what subtracts: it applies, and nobody has done or seen it. */
export function isUnmet(state: ItemState): boolean {
  return !isMet(state) && state.kind !== 'not-applicable';
}

export function isRequired(item: Item): boolean {
  return item.level !== 'OPTIONAL';
}

/** The points that these items take away together. */
export function sumOf(items: readonly Item[]): number {
  return items.reduce((total, { risk }) => total + WEIGHT[risk], 0);
}

export function isMet(state: ItemState): boolean {
  return state.kind === 'done' || state.kind === 'verified';
}

function unmetBecause(state: ItemState): string {
  switch (state.kind) {
    case 'waived':
      return `risk accepted until ${state.until}`;
    case 'stale':
      return 'out of date';
    case 'unknown':
      return 'could not be checked';
    default:
      return state.kind;
  }
}
