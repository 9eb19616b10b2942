/** What became of each item of a planned service, day by day; the same every time for the same generator. */
import {
  blockingItems,
  type Checklist,
  countStates,
  gradeIfAny,
  type Item,
  type ItemState,
  type ItemStates,
  itemsOf,
  requiredItems,
  shared,
  stateOf,
} from '../../../domain/checklist/index.js';
import { addDays } from '../../../domain/life/terms.js';
import type { Snapshot } from '../../../domain/outlook/snapshot.js';
import { type Plan, WEEKS } from './plans.js';

/** An item's state from a day on. */
export interface Turn {
  readonly itemId: string;
  /** Calendar date. */
  readonly on: string;
  readonly state: ItemState;
}

export const DAYS = 7 * WEEKS;

const DEVELOPERS = ['octocat', 'hubot-security'];

/** What a service is asked for: its checklists, and their items that a rule takes off, with the reason. */
export interface Asked {
  readonly checklists: readonly Checklist[];
  readonly notApplicable: ReadonlyMap<string, string>;
  /** Recommended items are required. */
  readonly shouldCounts: boolean;
}

/** In the order of their days. @param today calendar date @param random from 0 to below 1 */
export function turnsOf(plan: Plan, asked: Asked, today: string, random: () => number): readonly Turn[] {
  const graded = requiredItems(itemsOf(asked.checklists), true);
  const items = shuffled(
    graded.filter(({ id }) => !asked.notApplicable.has(id)),
    random,
  );
  const lost = plan.lost?.count ?? 0;
  const [before, now] = plan.unmet;
  // First those that stay open, then those that are done on the way; what is lost was done before.
  const open = items.slice(0, now - lost);
  const later = items.slice(open.length, before);
  const done = items.slice(before);
  const dayOf = (ago: number) => addDays(today, -Math.max(1, Math.round(ago)));
  const turns = [
    ...done.map((item) => doneOn(item, dayOf(DAYS + 1 + 120 * random()), random)),
    ...later.map((item, n) => doneOn(item, dayOf(DAYS - (DAYS * (n + random())) / later.length), random)),
    ...done.slice(0, lost).map((item) => lostOn(item, dayOf(plan.lost?.daysAgo ?? 1))),
    ...waived(open[0], plan, today),
  ];
  return turns.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

const instant = (day: string, hour: number) => `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;

/** What a verifier can look at, one saw; the rest somebody said. */
function doneOn({ id, verify }: Item, on: string, random: () => number): Turn {
  const at = instant(on, 8 + Math.floor(9 * random()));
  if (verify !== undefined) return { itemId: id, on, state: { kind: 'verified', at } };
  const by = DEVELOPERS[Math.floor(DEVELOPERS.length * random())] ?? null;
  return { itemId: id, on, state: { kind: 'done', by, at, evidence: 'made up for the demo' } };
}

function lostOn({ id }: Item, on: string): Turn {
  return {
    itemId: id,
    on,
    state: { kind: 'stale', at: instant(on, 6), reason: 'what was shown for it is not there any more' },
  };
}

function waived(item: Item | undefined, { waivedFor }: Plan, today: string): readonly Turn[] {
  if (item === undefined || waivedFor === undefined) return [];
  const on = addDays(today, -1);
  const [by, approver] = ['octocat', 'hubot-security'];
  const until = addDays(today, waivedFor);
  const reason = 'The replacement comes with the next release; until then access is limited to the office';
  return [{ itemId: item.id, on, state: { kind: 'waived', by, approver, at: instant(on, 15), until, reason } }];
}

/** Where each item stood at the end of a day, on record. */
export function statesOn(turns: readonly Turn[], day: string): ItemStates {
  return new Map(turns.filter(({ on }) => on <= day).map(({ itemId, state }) => [itemId, state]));
}

/** What is kept of a day, as the App would have seen it. */
export function snapshotOn(
  day: string,
  turns: readonly Turn[],
  { checklists, notApplicable, shouldCounts }: Asked,
  { openSecrets, launchOn }: Pick<Snapshot, 'openSecrets' | 'launchOn'>,
): Snapshot {
  const items = itemsOf(checklists);
  const ruled = [...notApplicable].map(([id, reason]): [string, ItemState] => [
    id,
    { kind: 'not-applicable', by: null, at: instant(day, 0), reason },
  ]);
  const known = new Map([...ruled, ...statesOn(turns, day)]);
  const states = new Map([...known, ...shared(known, items)]);
  const counts = countStates(items, states);
  // Secrets are one thing in the way, however many they are.
  const others = openSecrets > 0 ? 1 : 0;
  const applies = ({ id }: Item) => stateOf(states, id).kind !== 'not-applicable';
  return {
    day,
    score: gradeIfAny(items, states)?.score ?? null,
    met: counts.done + counts.verified,
    applicable: counts.total - counts['not-applicable'],
    required: requiredItems(items, shouldCounts).filter(applies).length + others,
    waived: counts.waived,
    stale: counts.stale,
    blockers: blockingItems(items, states, shouldCounts).length + others,
    openSecrets,
    launchOn,
  };
}

function shuffled<T>(list: readonly T[], random: () => number): readonly T[] {
  return list
    .map((value) => ({ value, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}
