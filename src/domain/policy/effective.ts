/** The policy that holds for one repository, and what holds where no file says anything. */
import type { RiskLevel } from '../../core/risk.js';

/** The longest term of a waiver, and how many have to approve it. */
export interface WaiverTerm {
  readonly days: number;
  readonly approvers: number;
}

export interface EffectivePolicy {
  /** Names as written, `open-source@2` included, in the order in which they were said; none twice. */
  readonly checklists: readonly string[];
  /** The rules that fit this repository. */
  readonly notApplicable: readonly { readonly items: readonly string[]; readonly because: string }[];
  /** `@user` or `organisation/team`; empty when nobody is named. */
  readonly teams: { readonly security: readonly string[] };
  /** Null until somebody says. */
  readonly risk: RiskLevel | null;
  /** Calendar date, `2027-01-31`. */
  readonly launch: string | null;
  /** Login without `@`. */
  readonly champion: string | null;
  /** The service's risk level from which on SHOULD counts as MUST. */
  readonly shouldCountsFrom: RiskLevel;
  readonly waivers: Readonly<Record<RiskLevel, WaiverTerm>>;
  readonly evidence: { readonly maxAgeDays: number };
  readonly whenClosed: 'reopen' | 'record';
  readonly scan: { readonly blocksFrom: RiskLevel };
}

/**
 * What holds where no file says anything. The terms of waivers are the times to fix of Mozilla's standard levels.
 * @see https://infosec.mozilla.org/guidelines/risk/standard_levels
 */
export const DEFAULTS = {
  checklists: ['repository'],
  notApplicable: [],
  teams: { security: [] },
  risk: null,
  launch: null,
  champion: null,
  shouldCountsFrom: 'HIGH',
  waivers: {
    MAXIMUM: { days: 1, approvers: 2 },
    HIGH: { days: 7, approvers: 1 },
    MEDIUM: { days: 90, approvers: 1 },
    LOW: { days: 365, approvers: 1 },
  },
  evidence: { maxAgeDays: 365 },
  whenClosed: 'reopen',
  scan: { blocksFrom: 'MEDIUM' },
} as const satisfies EffectivePolicy;
