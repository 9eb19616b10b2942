/** How much of each checklist can be looked at, and how much of the OSPS baseline: what is left takes a person's word. */
import { type Checklist, type Item, itemsOf } from '../domain/checklist/index.js';

export interface Coverage {
  readonly items: number;
  /** Items that a verifier looks at. */
  readonly verified: number;
  /** Items that name a verifier which nobody has written yet. */
  readonly named: number;
}

/** @param verifiers names of those that there are */
export function coverageOf(items: readonly Item[], verifiers: ReadonlySet<string>): Coverage {
  const named = items.flatMap(({ verify }) => (verify === undefined ? [] : [verify]));
  const verified = named.filter((name) => verifiers.has(name)).length;
  return { items: items.length, verified, named: named.length - verified };
}

/** Controls of one standard, such as `OSPS`: how many the catalogue asks for, and for how many of them something is looked at. */
export function controlsCovered(
  checklists: readonly Checklist[],
  standard: string,
  verifiers: ReadonlySet<string>,
): { readonly controls: number; readonly verified: number } {
  const all = new Set<string>();
  const verified = new Set<string>();
  for (const { satisfies, verify } of itemsOf(checklists)) {
    for (const control of satisfies.filter((one) => one.startsWith(`${standard}-`))) {
      all.add(control);
      if (verify !== undefined && verifiers.has(verify)) verified.add(control);
    }
  }
  return { controls: all.size, verified: verified.size };
}

/** Whole per cent, rounded down: a goal is not reached by rounding. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((100 * part) / whole);
}
