/** What stands between a change and its branch or environment: protections, rulesets, merge queues, deployments. */

export interface RequiredCheck {
  /** Name of the check run or commit status. */
  readonly context: string;
  /** The App that has to say it; null when anybody may. */
  readonly appId: number | null;
}

/** What a branch is guarded by. Classic protections and rulesets say the same in different words. */
export interface BranchRules {
  readonly checks: readonly RequiredCheck[];
  /** The head has to contain the newest base. */
  readonly upToDate: boolean;
  readonly mergeQueue: boolean;
  /** How many people have to approve; null when a change needs no pull request. Told, not enforced: nobody reviews here. */
  readonly approvals: number | null;
  readonly dismissStaleApprovals: boolean;
  readonly codeOwners: boolean;
  readonly signedCommits: boolean;
  /** Told, not enforced. */
  readonly forcePushes: boolean;
  /** Told, not enforced. */
  readonly deletions: boolean;
  /** Whether they hold for administrators too. */
  readonly admins: boolean;
}

/** Classic branch protection. */
export interface BranchProtection {
  readonly id: number;
  readonly repositoryId: number;
  /** A branch, or a pattern with `*`. */
  readonly pattern: string;
  rules: BranchRules;
  readonly createdAt: string;
  updatedAt: string;
}

export interface Ruleset {
  readonly id: number;
  readonly name: string;
  /** Login of an organisation. */
  readonly owner: string;
  /** Null for an organisation's: it holds for all of its repositories. */
  readonly repositoryId: number | null;
  readonly enforcement: 'active' | 'evaluate' | 'disabled';
  /** Branch names, patterns, `~DEFAULT_BRANCH` or `~ALL`. */
  readonly branches: readonly string[];
  readonly rules: BranchRules;
  /** Ids of Apps and teams that need not obey. */
  readonly bypass: readonly BypassActor[];
  readonly createdAt: string;
}

export interface BypassActor {
  readonly actorId: number;
  readonly actorType: 'Integration' | 'OrganizationAdmin' | 'RepositoryRole' | 'Team';
  readonly mode: 'always' | 'pull_request';
}

/** A pull request in a merge queue, with the commit and branch that are tested in its place. */
export interface QueueEntry {
  readonly id: number;
  readonly repositoryId: number;
  readonly pullNumber: number;
  readonly baseRef: string;
  /** The pull request's head as it was queued. */
  readonly pullHeadSha: string;
  readonly enqueuedBy: string;
  /** What the group is built on: the base, or the group of the entry ahead. */
  groupBaseSha: string;
  groupSha: string;
  /** `gh-readonly-queue/<base>/pr-<number>-<group base sha>`. */
  groupBranch: string;
}

export interface Environment {
  readonly id: number;
  readonly repositoryId: number;
  readonly name: string;
  /** Custom deployment protection rules: the Apps that have to agree. */
  readonly rules: readonly { readonly id: number; readonly appId: number }[];
  readonly createdAt: string;
}

/** One App's word on one deployment. */
export interface Gate {
  readonly appId: number;
  state: 'waiting' | 'approved' | 'rejected';
  /** What came with the decision, Markdown. */
  comment: string | null;
  /** Status reports before it, oldest first. */
  readonly reports: string[];
}

export interface Deployment {
  readonly id: number;
  readonly repositoryId: number;
  readonly runId: number;
  readonly environment: string;
  readonly ref: string;
  readonly sha: string;
  readonly creator: string;
  readonly gates: readonly Gate[];
  readonly createdAt: string;
  updatedAt: string;
}

/** A run of the workflow that deploys: it waits for the gates, then succeeds or fails at once. */
export interface WorkflowRun {
  readonly id: number;
  readonly repositoryId: number;
  readonly runNumber: number;
  readonly event: 'workflow_dispatch';
  readonly headBranch: string;
  readonly headSha: string;
  readonly actor: string;
  status: 'waiting' | 'completed';
  conclusion: 'success' | 'failure' | null;
  readonly createdAt: string;
  updatedAt: string;
}
