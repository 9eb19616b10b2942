/** What the sandbox's pages need to know and may do: the only door between the pages and the sandbox's state. */

export interface Account {
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
}

/** Owner and name, as in the address of a page. */
export interface RepoName {
  readonly owner: string;
  readonly repo: string;
}

export interface RepoSummary extends RepoName {
  readonly description: string | null;
  readonly visibility: 'public' | 'private' | 'internal';
  readonly archived: boolean;
  readonly openIssues: number;
  readonly openPulls: number;
}

export interface CheckSummary {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly title: string | null;
}

export interface CommitSummary {
  readonly sha: string;
  readonly message: string;
  readonly author: string;
  /** ISO 8601. */
  readonly date: string;
  readonly checks: readonly CheckSummary[];
}

export interface ThreadSummary {
  readonly number: number;
  readonly title: string;
  readonly state: 'open' | 'closed' | 'merged';
  readonly author: Account;
  readonly createdAt: string;
  readonly labels: readonly string[];
  readonly comments: number;
}

export interface RepoPage extends RepoSummary {
  readonly hasIssues: boolean;
  readonly defaultBranch: string;
  readonly branches: readonly { readonly name: string; readonly sha: string }[];
  readonly issues: readonly ThreadSummary[];
  readonly pulls: readonly ThreadSummary[];
  /** Of the branch asked for, newest first, at most 30. Empty when the repository is. */
  readonly commits: readonly CommitSummary[];
}

export interface Reaction {
  readonly content: string;
  readonly by: readonly string[];
}

export interface Comment {
  readonly id: number;
  readonly author: Account;
  readonly body: string;
  readonly createdAt: string;
  readonly edited: boolean;
  readonly reactions: readonly Reaction[];
}

/** One edit of an issue's title, body or state, newest last. */
export interface Edit {
  readonly by: Account;
  readonly at: string;
  /** One line: what changed. */
  readonly summary: string;
}

export interface IssuePage extends ThreadSummary {
  readonly body: string;
  readonly edited: boolean;
  readonly locked: boolean;
  readonly reactions: readonly Reaction[];
  readonly thread: readonly Comment[];
  readonly edits: readonly Edit[];
}

export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string | null;
  readonly message: string;
}

export interface CheckPage extends CheckSummary {
  readonly headSha: string;
  readonly app: string;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly detailsUrl: string | null;
  readonly summary: string | null;
  readonly text: string | null;
  readonly annotations: readonly Annotation[];
  /** The buttons that the App put there. */
  readonly actions: readonly { readonly label: string; readonly description: string; readonly identifier: string }[];
}

export interface ChangedFile {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: string;
  readonly additions: number;
  readonly deletions: number;
  /** The unified diff without its file header; null when binary or too large. */
  readonly patch: string | null;
}

export interface ChangePage {
  readonly files: readonly ChangedFile[];
  readonly checks: readonly CheckPage[];
}

/** A file as it is at a commit. */
export interface FilePage {
  readonly sha: string;
  readonly path: string;
  /** Null when binary or over 1 MB. */
  readonly text: string | null;
}

export interface CommitPage extends CommitSummary {
  readonly change: ChangePage;
}

export interface PullPage extends IssuePage {
  readonly base: string;
  readonly head: string;
  readonly headSha: string;
  readonly change: ChangePage;
  /** Null when there is nothing left to merge. */
  readonly merge: MergeBox | null;
}

export interface RequiredCheckRow {
  readonly name: string;
  /** The App it is pinned to, null for any. */
  readonly app: string | null;
  readonly state: 'expected' | 'pending' | 'failing' | 'passed';
}

/** What stands between a pull request and its base. */
export interface MergeBox {
  readonly checks: readonly RequiredCheckRow[];
  /** Why it cannot be merged now, in GitHub's words; null when it can. */
  readonly blocked: string | null;
  readonly needsQueue: boolean;
  /** Where it stands in the merge queue, with the commit that is tested in its place; null when it is not there. */
  readonly queued: {
    /** From 1. */
    readonly position: number;
    readonly length: number;
    readonly groupSha: string;
    readonly checks: readonly RequiredCheckRow[];
  } | null;
}

export interface GateRow {
  readonly app: string;
  readonly state: 'waiting' | 'approved' | 'rejected';
  /** Markdown. */
  readonly comment: string | null;
  readonly reports: readonly string[];
}

export interface DeploymentRow {
  readonly id: number;
  readonly runId: number;
  readonly environment: string;
  readonly ref: string;
  readonly sha: string;
  readonly creator: Account;
  readonly createdAt: string;
  readonly status: 'waiting' | 'success' | 'failure';
  readonly gates: readonly GateRow[];
}

export interface DeploymentsPage {
  readonly environments: readonly { readonly name: string; readonly apps: readonly string[] }[];
  /** Newest first. */
  readonly deployments: readonly DeploymentRow[];
  readonly defaultBranch: string;
}

export interface DeliveryRow {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly deliveredAt: string;
  readonly statusCode: number;
  readonly durationMs: number;
  readonly redelivery: boolean;
}

/** What came of an action: done, or GitHub's status and sentence for why not. */
export type ActionResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly status: number; readonly message: string };

export interface IssueChange {
  readonly title?: string;
  readonly body?: string;
  readonly state?: 'open' | 'closed';
}

/** Queries answer null for what does not exist. Actions happen as the named user, webhooks included. */
export interface SandboxView {
  /** Who the visitor may act as; the first is the default. */
  users(): Promise<readonly Account[]>;
  owners(): Promise<readonly Account[]>;
  repositories(owner: string): Promise<readonly RepoSummary[] | null>;
  repository(name: RepoName, branch?: string): Promise<RepoPage | null>;
  issue(name: RepoName, number: number): Promise<IssuePage | null>;
  /** @param as who would merge it: administrators may be held to less. */
  pull(name: RepoName, number: number, as?: string): Promise<PullPage | null>;
  commit(name: RepoName, sha: string): Promise<CommitPage | null>;
  /** @param rest what follows `/blob/`: a branch, which may hold slashes, or a sha, then the path. */
  file(name: RepoName, rest: string): Promise<FilePage | null>;
  checkRun(name: RepoName, id: number): Promise<CheckPage | null>;
  deployments(name: RepoName): Promise<DeploymentsPage | null>;
  /** Newest first, at most 100. */
  deliveries(): Promise<readonly DeliveryRow[]>;

  openIssue(
    as: string,
    name: RepoName,
    title: string,
    body: string,
  ): Promise<ActionResult & { readonly number?: number }>;
  editIssue(as: string, name: RepoName, number: number, change: IssueChange): Promise<ActionResult>;
  comment(as: string, name: RepoName, number: number, body: string): Promise<ActionResult>;
  mergePull(as: string, name: RepoName, number: number, how: 'merge' | 'enqueue' | 'dequeue'): Promise<ActionResult>;
  /** @param button the identifier of one of its actions; "Re-run" when null. */
  actOnCheck(as: string, name: RepoName, id: number, button: string | null): Promise<ActionResult>;
  deploy(as: string, name: RepoName, environment: string, ref: string): Promise<ActionResult>;
  redeliver(id: number): Promise<ActionResult>;
}
