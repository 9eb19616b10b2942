/** The policy that holds for one repository, and what holds where no file says anything. */
import type { RiskLevel } from '../../core/risk.js';
import type { EXPECTATIONS, GateMode, HISTORY, Sureness, WHEN_NOT_READY, WHEN_UNABLE } from './schema.js';

/** The longest term of a waiver, and how many have to approve it. */
export interface WaiverTerm {
  readonly days: number;
  readonly approvers: number;
}

/** What of the committed secrets stands in somebody's way. */
export interface ScanPolicy {
  /** Severity from which on. */
  readonly blocksFrom: RiskLevel;
  readonly confidence: Sureness;
  /** Whether what was in the history before us blocks the launch. */
  readonly history: (typeof HISTORY)[number];
  readonly dismissed: readonly Dismissal[];
}

/** No secret, in all repositories of the organisation, to the end of a day. */
export interface Dismissal {
  /** The first 8 to 64 hexadecimal digits. */
  readonly fingerprint: string;
  readonly because: string;
  /** Login without `@`. */
  readonly by: string;
  /** Calendar date, the last day on which it holds. */
  readonly until: string;
}

/** How strict a gate is, and from when on it holds things up. */
export interface GatePolicy {
  readonly mode: GateMode;
  /** Calendar date, the first day on which it is enforced; null: it is what `mode` says. */
  readonly enforceFrom: string | null;
}

export interface GatesPolicy {
  /** Patterns of branches; the default branch is always gated. */
  readonly branches: readonly string[];
  readonly secrets: GatePolicy;
  readonly launch: GatePolicy & { readonly whenUnable: (typeof WHEN_UNABLE)[number] };
  readonly deployments: GatePolicy & {
    readonly environments: readonly string[];
    readonly whenNotReady: (typeof WHEN_NOT_READY)[number];
  };
  /** Commit statuses besides the check runs. */
  readonly statuses: boolean;
}

/** An address that is not for strangers. */
export interface Exposure {
  readonly url: string;
  /** What a stranger has to find there: nothing at all, or at most a question who is there. */
  readonly expect: (typeof EXPECTATIONS)[number];
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
  readonly scan: ScanPolicy;
  readonly gates: GatesPolicy;
  /** Addresses of the running service; none twice. */
  readonly targets: readonly string[];
  /** One entry an address, the stricter of two expectations. */
  readonly exposure: readonly Exposure[];
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
  scan: { blocksFrom: 'MEDIUM', confidence: 'medium', history: 'report', dismissed: [] },
  gates: {
    branches: [],
    secrets: { mode: 'enforce', enforceFrom: null },
    launch: { mode: 'observe', enforceFrom: null, whenUnable: 'neutral' },
    deployments: {
      mode: 'observe',
      enforceFrom: null,
      environments: ['production*', 'prod'],
      whenNotReady: 'wait',
    },
    statuses: false,
  },
  targets: [],
  exposure: [],
} as const satisfies EffectivePolicy;
