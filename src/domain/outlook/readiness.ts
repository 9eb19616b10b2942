/** Where a service stands, in the few figures that a list of thousands shows. */
import type { RiskLevel } from '../../core/risk.js';
import {
  type Checklist,
  type HeaderFacts,
  type ItemStates,
  itemsOf,
  type Letter,
  requiredItems,
  stateOf,
  type Summary,
} from '../checklist/index.js';

/** What is in the way of a launch; `text` is plain text. */
export interface BlockerLine {
  readonly itemId?: string;
  readonly text: string;
}

export interface Readiness {
  /** How old the figures are. */
  readonly computedAt: Date;
  /** Why there is no baseline issue; null where there is one. Then the figures say what would be in it. */
  readonly absentBecause: string | null;
  readonly issueNumber: number | null;
  readonly isReady: boolean;
  /** Null when nothing applies that could be graded. */
  readonly grade: Letter | null;
  readonly score: number | null;
  readonly done: number;
  readonly verified: number;
  readonly waived: number;
  readonly stale: number;
  readonly open: number;
  readonly unknown: number;
  readonly notApplicable: number;
  /** What the launch asks for: required items that apply, and what else blocks. `required - blockerCount` of them are out of the way. */
  readonly required: number;
  /** The first five. */
  readonly blockers: readonly BlockerLine[];
  readonly blockerCount: number;
  /** Open findings that the policy does not dismiss, also those that block nothing. */
  readonly openSecrets: number;
  /** Null: UNKNOWN, nobody has said it. */
  readonly risk: RiskLevel | null;
  /** Calendar dates. */
  readonly launchOn: string | null;
  readonly launchedOn: string | null;
  /** Login without `@`. */
  readonly champion: string | null;
}

/** What it is made from: all that the baseline issue shows. */
export interface Standing {
  readonly issueNumber: number | null;
  readonly absentBecause: string | null;
  readonly checklists: readonly Checklist[];
  readonly states: ItemStates;
  readonly header: HeaderFacts;
  readonly summary: Summary;
  readonly openSecrets: number;
}

/** More than this nobody reads in a list. */
const LISTED = 5;

/** Without an issue nothing is ready: nobody has been asked. */
export function readinessOf(standing: Standing, computedAt: Date): Readiness {
  const { issueNumber, absentBecause, header, summary, openSecrets } = standing;
  const { counts, grade } = summary;
  const blockers = [...withoutIssue(standing), ...summary.blockers];
  const others = blockers.filter(({ itemId }) => itemId === undefined).length;
  return {
    computedAt,
    absentBecause: issueNumber === null ? absentBecause : null,
    issueNumber,
    isReady: blockers.length === 0,
    grade: grade?.letter ?? null,
    score: grade?.score ?? null,
    done: counts.done,
    verified: counts.verified,
    waived: counts.waived,
    stale: counts.stale,
    open: counts.open,
    unknown: counts.unknown,
    notApplicable: counts['not-applicable'],
    required: countRequired(standing) + others,
    blockers: blockers.slice(0, LISTED).map(({ itemId, text }) => (itemId === undefined ? { text } : { itemId, text })),
    blockerCount: blockers.length,
    openSecrets,
    risk: header.risk ?? null,
    launchOn: header.launch ?? null,
    launchedOn: header.launched ?? null,
    champion: header.champion ?? null,
  };
}

function withoutIssue({ issueNumber, absentBecause }: Standing): readonly BlockerLine[] {
  if (issueNumber !== null) return [];
  return [{ text: absentBecause === null ? 'It has no baseline issue' : `It has no baseline issue: ${absentBecause}` }];
}

function countRequired({ checklists, states, header }: Standing): number {
  return requiredItems(itemsOf(checklists), header.shouldCounts).filter(
    ({ id }) => stateOf(states, id).kind !== 'not-applicable',
  ).length;
}
