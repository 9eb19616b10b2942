/** What people attested gets out of date: after its greatest age it has to be looked at again. */
import { dateOf, daysBetween, type Item, type ItemState, type ItemStates, plural } from '../checklist/index.js';

/**
 * The items that become stale, with their new state. Of the item's own `maxAge` and the policy's the shorter counts; with
 * neither, what was attested stays good for ever. `now` is an ISO 8601 instant; ages are whole days in UTC.
 */
export function ageStates(
  states: ItemStates,
  items: readonly Pick<Item, 'id' | 'maxAge'>[],
  policyMaxAgeDays: number | undefined,
  now: string,
): ReadonlyMap<string, ItemState> {
  const aged = new Map<string, ItemState>();
  for (const item of items) {
    const state = states.get(item.id);
    const longest = Math.min(item.maxAge ?? Number.POSITIVE_INFINITY, policyMaxAgeDays ?? Number.POSITIVE_INFINITY);
    if (state?.kind !== 'done') continue;
    if (daysBetween(dateOf(state.at), dateOf(now)) <= longest) continue;
    const reason = `last attested on ${dateOf(state.at)}, more than ${plural(longest, 'day')} ago`;
    aged.set(item.id, { kind: 'stale', at: now, reason });
  }
  return aged;
}
