/** What a checklist is made of: checklists hold sections, sections hold items; all of it is data from `checklists/*.yml`. */
import type { RiskLevel } from '../../core/risk.js';

/** How binding an item is, in the words of Mozilla's standards, most binding first. */
export const LEVELS = ['MUST', 'SHOULD', 'OPTIONAL'] as const;

export type Level = (typeof LEVELS)[number];

/** Maturity levels of the OSPS baseline. @see https://baseline.openssf.org */
export const TIERS = [1, 2, 3] as const;

export type Tier = (typeof TIERS)[number];

/** One control that a team can follow. */
export interface Item {
  /** Short slug, unique in the whole catalogue and never given to another item later. */
  readonly id: string;
  /** Plain text; rendered escaped. */
  readonly title: string;
  /** Markdown: one or two sentences that a developer accepts. */
  readonly why: string;
  /** Markdown: steps, or a snippet to paste. */
  readonly how: string;
  readonly level: Level;
  readonly risk: RiskLevel;
  /** Minutes that doing it takes. */
  readonly effort: number;
  /** What counts as proof that it is done. */
  readonly evidence: string;
  /** Further reading; https only. */
  readonly references: readonly string[];
  /** Ids of other baselines that this item fulfils, such as `MVSP-2.2` or `OSPS-AC-03.01`. */
  readonly satisfies: readonly string[];
  /** Name of the verifier that can look at it. */
  readonly verify?: string;
  /** Who has to attest it, when a tick by anybody is not enough. */
  readonly approve?: 'security';
  /** Maturity level from which on it applies, where its baseline has levels; they add up (`open-source@2` has 1 and 2). */
  readonly tier?: Tier;
  /** Applies to repositories of this visibility only. */
  readonly only?: 'public' | 'private';
  /** Days after which what a person attested is out of date, unless the policy says fewer. */
  readonly maxAge?: number;
  /** A retired item is no longer shown; its id stays taken, and what was said of it stays on record. */
  readonly retired?: true;
}

export interface Section {
  /** Slug, unique in its checklist. */
  readonly id: string;
  readonly title: string;
  readonly items: readonly Item[];
}

export interface Checklist {
  /** Equal to the file's name without its ending; what `/baseline use` takes. */
  readonly name: string;
  readonly title: string;
  /** One sentence: what it is for. */
  readonly summary: string;
  readonly sections: readonly Section[];
}

/** Every item shown for `checklists`, in reading order; retired ones are left out. */
export function itemsOf(checklists: readonly Checklist[]): readonly Item[] {
  return allItems(checklists).filter((item) => item.retired !== true);
}

/** The items of `checklists` that are shown no more. Somebody may still save a page that shows them. */
export function retiredItems(checklists: readonly Checklist[]): readonly Item[] {
  return allItems(checklists).filter((item) => item.retired === true);
}

function allItems(checklists: readonly Checklist[]): readonly Item[] {
  return checklists.flatMap(({ sections }) => sections.flatMap(({ items }) => items));
}
