/** Where a service stands, in the few figures that a list of thousands shows. */
import type { RiskLevel } from '../../core/risk.js';
import type { Letter } from '../checklist/index.js';

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
