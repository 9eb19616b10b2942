/** From the policy to what one repository's issue holds: which checklists, and which of their items do not apply, and why. */
import { type Checklist, itemsOf } from '../checklist/item.js';
import { atTier } from '../checklist/tiers.js';
import { applies } from '../checklist/visibility.js';
import type { EffectivePolicy } from './effective.js';
import type { RepositoryFacts } from './facts.js';
import { highestTiers } from './names.js';

export interface TailorInput {
  readonly policy: Pick<EffectivePolicy, 'checklists' | 'notApplicable'>;
  /** By name. */
  readonly catalogue: ReadonlyMap<string, Checklist>;
  readonly facts: Pick<RepositoryFacts, 'visibility'>;
}

export interface Tailored {
  /** In the order in which they were named, each cut to its level. */
  readonly checklists: readonly Checklist[];
  /** Item id -> the reason that is shown. */
  readonly notApplicable: ReadonlyMap<string, string>;
  /** Names that nothing in the catalogue answers to: a checklist that a later version gave up, say. */
  readonly unknown: readonly string[];
}

/** A checklist that is named at several levels is shown at the highest: levels add up. */
export function tailor({ policy, catalogue, facts }: TailorInput): Tailored {
  const checklists: Checklist[] = [];
  const unknown: string[] = [];
  for (const [name, tier] of highestTiers(policy.checklists)) {
    const checklist = catalogue.get(name);
    if (checklist === undefined) unknown.push(name);
    else checklists.push(atTier(checklist, tier));
  }
  return { checklists, notApplicable: reasonsOf(checklists, policy, facts), unknown };
}

function reasonsOf(
  checklists: readonly Checklist[],
  { notApplicable }: TailorInput['policy'],
  { visibility }: TailorInput['facts'],
): ReadonlyMap<string, string> {
  const rules = new Map<string, string>();
  for (const { items, because } of notApplicable) {
    for (const id of items) if (!rules.has(id)) rules.set(id, because);
  }
  const reasons = new Map<string, string>();
  for (const item of itemsOf(checklists)) {
    const applicability = applies(item, visibility);
    const reason = 'applies' in applicability ? rules.get(item.id) : applicability.notApplicableBecause;
    if (reason !== undefined) reasons.set(item.id, reason);
  }
  return reasons;
}
