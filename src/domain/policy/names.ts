/** Names of checklists as policies and commands write them: of several levels of one checklist the highest counts. */
import type { Tier } from '../checklist/item.js';
import { checklistNameText, DEFAULT_TIER, parseChecklistName } from '../checklist/tiers.js';

/** Checklist -> highest level named, in the order in which they were named first. What is no name is left out. */
export function highestTiers(texts: readonly string[]): ReadonlyMap<string, Tier> {
  const tiers = new Map<string, Tier>();
  for (const text of texts) {
    const named = parseChecklistName(text);
    if ('problem' in named) continue;
    const { name, tier = DEFAULT_TIER } = named;
    if (tier > (tiers.get(name) ?? 0)) tiers.set(name, tier);
  }
  return tiers;
}

/** The same as text: `open-source` and `open-source@3` are just `open-source@3`. */
export function highestNames(texts: readonly string[]): readonly string[] {
  return [...highestTiers(texts)].map(([name, tier]) =>
    checklistNameText(tier === DEFAULT_TIER ? { name } : { name, tier }),
  );
}

/** Names of `held` that `asked` does not have, at their level or a higher one. */
export function missingFrom(asked: readonly string[], held: readonly string[]): readonly string[] {
  const tiers = highestTiers(asked);
  return held.filter((text) => [...highestTiers([text])].some(([name, tier]) => (tiers.get(name) ?? 0) < tier));
}
