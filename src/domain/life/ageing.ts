/** What people attested gets out of date: after its greatest age it has to be looked at again. */
import { dateOf, type Item, type ItemState, type ItemStates } from '../checklist/index.js';
import { daysBetween, daysWord } from './terms.js';

/**
 * The items that become stale, with their new state. The item's own `maxAge` counts before the policy's; with neither,
 * what was attested stays good for ever. `now` is an ISO 8601 instant; ages are whole days in UTC.
 */
export function ageStates(
  states: ItemStates,
  items: readonly Pick<Item, 'id' | 'maxAge'>[],
  defaultMaxAgeDays: number | undefined,
  now: string,
): ReadonlyMap<string, ItemState> {
  const aged = new Map<string, ItemState>();
  for (const item of items) {
    const state = states.get(item.id);
    const longest = item.maxAge ?? defaultMaxAgeDays;
    if (state?.kind !== 'done' || longest === undefined) continue;
    if (daysBetween(dateOf(state.at), dateOf(now)) <= longest) continue;
    const reason = `last attested on ${dateOf(state.at)}, more than ${daysWord(longest)} ago`;
    aged.set(item.id, { kind: 'stale', at: now, reason });
  }
  return aged;
}
