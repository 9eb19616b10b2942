/** Maturity levels of a checklist: `open-source@2` means its items of levels 1 and 2. */
import { type Checklist, type Tier, TIERS } from './item.js';

/** What `/baseline use` and the policy name: a checklist, and the level asked for, if any. */
export interface ChecklistName {
  readonly name: string;
  readonly tier?: Tier;
}

/** Why a name cannot be used: plain text, with what would be right. */
export interface NameProblem {
  readonly problem: string;
}

/** The level that counts when none is asked for. */
export const DEFAULT_TIER: Tier = 1;

const NAME = /^(?<name>[a-z0-9]+(?:-[a-z0-9]+)*)(?:@(?<tier>.*))?$/;

/** Reads `open-source` or `open-source@2`; whether there is such a checklist is not looked at. */
export function parseChecklistName(text: string): ChecklistName | NameProblem {
  const groups = NAME.exec(text)?.groups;
  const name = groups?.name;
  if (name === undefined)
    return { problem: 'Expected the name of a checklist, such as "web-service" or "open-source@2"' };
  if (groups?.tier === undefined) return { name };
  const tier = TIERS.find((known) => String(known) === groups.tier);
  return tier === undefined
    ? { problem: `Expected a level of 1, 2 or 3 after "@", such as "${name}@2"` }
    : { name, tier };
}

/** The name as it is written in a policy or a command. */
export function checklistNameText({ name, tier }: ChecklistName): string {
  return tier === undefined ? name : `${name}@${tier}`;
}

export function hasTiers(checklist: Checklist): boolean {
  return checklist.sections.some((section) => section.items.some((item) => item.tier !== undefined));
}

/** `checklist` with the items that apply at `tier`: levels add up, and an item without one always applies. Empty sections go. */
export function atTier(checklist: Checklist, tier: Tier = DEFAULT_TIER): Checklist {
  const sections = checklist.sections
    .map((section) => ({ ...section, items: section.items.filter((item) => (item.tier ?? tier) <= tier) }))
    .filter((section) => section.items.length > 0);
  return { ...checklist, sections };
}

/** The checklist that `text` names, cut to its level, or why there is none. */
export function chooseChecklist(
  checklists: ReadonlyMap<string, Checklist>,
  text: string,
): { readonly checklist: Checklist } | NameProblem {
  const wanted = parseChecklistName(text);
  if ('problem' in wanted) return wanted;
  const checklist = checklists.get(wanted.name);
  if (checklist === undefined)
    return { problem: `There is no checklist "${wanted.name}". Known: ${[...checklists.keys()].join(', ')}` };
  if (wanted.tier !== undefined && !hasTiers(checklist))
    return {
      problem: `The checklist "${wanted.name}" has no levels: write "${wanted.name}" without "@${wanted.tier}"`,
    };
  return { checklist: atTier(checklist, wanted.tier) };
}
