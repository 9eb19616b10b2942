/** The shortest way to a better grade: the fewest items, and of those ways the one that takes least time. */
import {
  BONUS,
  BONUS_FROM,
  gradeOf,
  isMet,
  isRequired,
  isUnmet,
  type Letter,
  scoreOf,
  sumOf,
  WEIGHT,
} from './grade.js';
import type { Item } from './item.js';
import { type ItemStates, stateOf } from './state.js';

/** Items of one weight, quickest first; `minutes[n]` is the time that the first `n` take. */
interface Shelf {
  readonly weight: number;
  readonly items: readonly Item[];
  readonly minutes: readonly number[];
}

interface Way {
  readonly items: readonly Item[];
  readonly minutes: number;
}

/**
 * The items to do for a letter or a score (above 100 is taken for 100), those first that take away most risk per minute. Fewest items
 * first, then fewest minutes; empty when it is reached already. There always is a way: without penalties the score is 100.
 */
export function shortestTo(items: readonly Item[], states: ItemStates, goal: Letter | number): readonly Item[] {
  const target = Math.min(100, typeof goal === 'number' ? Math.ceil(goal / 5) * 5 : scoreOf(goal));
  if (gradeOf(items, states).score >= target) return [];
  const penalised = items.filter((item) => isRequired(item) && isUnmet(stateOf(states, item.id)));
  const optional = items.filter((item) => !isRequired(item));
  const extra = shelfOf(
    optional.filter((item) => isUnmet(stateOf(states, item.id))),
    BONUS,
  );
  const bonus = BONUS * optional.filter((item) => isMet(stateOf(states, item.id))).length;
  const shelves = [...new Set(Object.values(WEIGHT))].map((weight) =>
    shelfOf(
      penalised.filter(({ risk }) => WEIGHT[risk] === weight),
      weight,
    ),
  );
  // Penalties have to leave the target itself, but for the bonuses, which count from 90 on: more than two are never of use.
  const ways = Array.from({ length: Math.min(extra.items.length, (100 - BONUS_FROM) / BONUS) + 1 }, (_, more) => {
    const left = Math.max(Math.min(target, BONUS_FROM), target - bonus - BONUS * more);
    const way = fewest(shelves, left - (100 - sumOf(penalised)));
    return { items: [...way.items, ...extra.items.slice(0, more)], minutes: way.minutes + (extra.minutes[more] ?? 0) };
  });
  const best = ways.reduce((a, b) => (isShorter(b, a) ? b : a));
  return best.items.toSorted((a, b) => worth(b) - worth(a));
}

/** Risk taken away per minute. */
export const worth = (item: Item): number => WEIGHT[item.risk] / Math.max(1, item.effort);

/** The fewest items whose weights reach `points`. @throws RangeError when all of them together do not. */
function fewest(shelves: readonly Shelf[], points: number): Way {
  if (points <= 0) return { items: [], minutes: 0 };
  const weights = shelves.flatMap(({ weight, items }) => items.map(() => weight)).toSorted((a, b) => b - a);
  let [count, sum] = [0, 0];
  while (sum < points && count < weights.length) {
    sum += weights[count] ?? 0;
    count += 1;
  }
  const way = quickest(shelves, count, points);
  if (way === null) throw new RangeError(`No items make up ${points} points`);
  return way;
}

/** Of all ways to take `count` items that reach `points`, the quickest: within a shelf it is always its first ones. */
function quickest([shelf, ...others]: readonly Shelf[], count: number, points: number): Way | null {
  if (shelf === undefined) return count === 0 && points <= 0 ? { items: [], minutes: 0 } : null;
  let best: Way | null = null;
  const least = others.length === 0 ? count : 0;
  for (let taken = Math.min(count, shelf.items.length); taken >= least; taken -= 1) {
    const rest = quickest(others, count - taken, points - taken * shelf.weight);
    if (rest === null) continue;
    const minutes = rest.minutes + (shelf.minutes[taken] ?? 0);
    if (best === null || minutes < best.minutes)
      best = { items: [...shelf.items.slice(0, taken), ...rest.items], minutes };
  }
  return best;
}

function shelfOf(items: readonly Item[], weight: number): Shelf {
  const sorted = items.toSorted((a, b) => a.effort - b.effort);
  const minutes = [0];
  for (const { effort } of sorted) minutes.push((minutes.at(-1) ?? 0) + effort);
  return { weight, items: sorted, minutes };
}

function isShorter(a: Way, b: Way): boolean {
  return a.items.length - b.items.length < 0 || (a.items.length === b.items.length && a.minutes < b.minutes);
}
