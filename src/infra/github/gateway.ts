/** What we ask of GitHub, in our own words: small interfaces a feature takes one of, and a test replaces with a plain object. */
import type { RepoRef } from '../../core/repo-ref.js';
import type { Reader } from './reader.js';

import type { Pulls, Repositories } from './gateway-repositories.js';

export type * from './gateway-repositories.js';

/** A repository as the API is called; the id is not needed to call it. */
export type RepoName = Pick<RepoRef, 'owner' | 'name'>;

export interface Actor {
  readonly id: number;
  readonly login: string;
  /** `User`, `Bot`, `Organization` or whatever GitHub adds. */
  readonly type: string;
}

export interface Issue {
  readonly id: number;
  /** GraphQL's name of the issue, for `History`. */
  readonly nodeId: string;
  readonly number: number;
  readonly title: string;
  /** Empty when GitHub says `null`. */
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly labels: readonly string[];
  /** Null when the account is gone. */
  readonly author: Actor | null;
  /** The App that wrote it, when one did. */
  readonly appId: number | null;
  readonly isPullRequest: boolean;
  readonly url: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface NewIssue {
  readonly title: string;
  /** At most 65,536 characters. */
  readonly body: string;
  readonly labels?: readonly string[];
}

export interface IssueChange {
  readonly title?: string;
  readonly body?: string;
  readonly state?: 'open' | 'closed';
  readonly stateReason?: 'completed' | 'not_planned' | 'reopened';
  /** Replaces all labels. */
  readonly labels?: readonly string[];
}

export interface IssueFilter {
  readonly label?: string;
  /** Login of who opened it; a bot's ends in `[bot]`. */
  readonly creator?: string;
  /** `all` unless told. */
  readonly state?: 'open' | 'closed' | 'all';
}

/** Every method throws a `GitHubError` (errors.ts). */
export interface Issues {
  get(repo: RepoName, number: number): Promise<Issue>;
  /** Oldest first; pull requests are left out. */
  list(repo: RepoName, filter: IssueFilter): AsyncIterable<Issue>;
  /** Never repeated by itself: look first (`findIssue`). Throws `Gone` where issues are switched off. */
  create(repo: RepoName, issue: NewIssue): Promise<Issue>;
  update(repo: RepoName, number: number, change: IssueChange): Promise<Issue>;
}

export interface Comment {
  readonly id: number;
  readonly nodeId: string;
  readonly body: string;
  readonly author: Actor | null;
  readonly appId: number | null;
  readonly url: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type Reaction = '+1' | '-1' | 'confused' | 'eyes' | 'rocket' | 'hooray' | 'heart' | 'laugh';

export interface Comments {
  /** Oldest first. */
  list(repo: RepoName, issue: number): AsyncIterable<Comment>;
  create(repo: RepoName, issue: number, body: string): Promise<Comment>;
  update(repo: RepoName, comment: number, body: string): Promise<Comment>;
  /** Repeating it changes nothing: GitHub keeps one of each kind per account. */
  react(repo: RepoName, comment: number, reaction: Reaction): Promise<void>;
}

export type FileStatus = 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged';

export interface CommitFile {
  readonly path: string;
  readonly status: FileStatus;
  readonly previousPath?: string;
  /** Of the file after the commit; null for a submodule or when GitHub names none. */
  readonly blobSha: string | null;
  readonly additions: number;
  /** Unified hunks without file header; absent for binary files, pure renames and whatever GitHub finds too large. */
  readonly patch?: string;
}

export interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly message: string;
  /** The commit's own account, when GitHub knows one. */
  readonly author: Actor | null;
  readonly committedAt: Date;
}

export interface CommitWithFiles extends Commit {
  /** Against the first parent; of a root commit, all its files. */
  readonly files: readonly CommitFile[];
  /** False when the commit has more files than the pages that were read (300 a page, GitHub stops at 3,000). */
  readonly hasAllFiles: boolean;
}

export interface Comparison {
  readonly mergeBase: string;
  readonly status: 'ahead' | 'behind' | 'diverged' | 'identical';
  /** Commits that `head` has and `base` has not. */
  readonly aheadBy: number;
  readonly behindBy: number;
}

export interface Commits {
  /** One request per 300 files, `filePages` requests at most (10 unless told). Throws `Conflict` in an empty repository. */
  get(repo: RepoName, ref: string, options?: { readonly filePages?: number }): Promise<CommitWithFiles>;
  /** Throws `NotFound` when either side is unknown or they share no history. */
  compare(repo: RepoName, base: string, head: string): Promise<Comparison>;
  /** Commits that `head` has and `base` has not, oldest first. */
  between(repo: RepoName, base: string, head: string): AsyncIterable<Commit>;
  /** All commits that `head` reaches, newest first. */
  reachable(repo: RepoName, head: string): AsyncIterable<Commit>;
  /** The bytes of a blob of at most 100 MB; throws `TooLarge` past `maxBytes`. */
  blob(repo: RepoName, sha: string, maxBytes: number): Promise<Uint8Array>;
}

export type CheckConclusion =
  | 'success'
  | 'failure'
  | 'neutral'
  | 'action_required'
  | 'cancelled'
  | 'skipped'
  | 'timed_out';

export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: 'notice' | 'warning' | 'failure';
  /** At most 255 characters. */
  readonly title: string;
  readonly message: string;
}

/** At most 3; label 20, description 40, identifier 20 characters. */
export interface CheckAction {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
}

export interface CheckOutput {
  readonly title: string;
  readonly summary: string;
  readonly text?: string;
  /** Any number: sent 50 a request. */
  readonly annotations?: readonly Annotation[];
}

export type CheckState =
  | { readonly status: 'queued' | 'in_progress' }
  | { readonly status: 'completed'; readonly conclusion: CheckConclusion };

export type CheckRunContent = CheckState & {
  readonly output?: CheckOutput;
  readonly detailsUrl?: string;
  readonly actions?: readonly CheckAction[];
};

/** What a run is about: one per head and name, recognised by `externalId`. */
export interface CheckRunKey {
  readonly name: string;
  readonly headSha: string;
  readonly externalId: string;
}

export interface CheckRun extends CheckRunKey {
  readonly id: number;
  readonly status: string;
  readonly conclusion: string | null;
  readonly appId: number | null;
  readonly url: string | null;
}

/** One request each; `upsertCheckRun` (check-runs.ts) is what features call. */
export interface Checks {
  create(repo: RepoName, key: CheckRunKey, content: CheckRunContent): Promise<CheckRun>;
  update(repo: RepoName, id: number, content: CheckRunContent): Promise<CheckRun>;
  /** Newest first, of our App only when `appId` is given. */
  list(repo: RepoName, ref: string, filter: { readonly name: string; readonly appId?: number }): Promise<CheckRun[]>;
}

/** The older kind of check, for tools that read nothing else. */
export interface CommitStatus {
  /** What a branch requires it by. */
  readonly context: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  /** Cut to 140 characters. */
  readonly description: string;
  readonly targetUrl: string | null;
}

export interface Statuses {
  /** The newest of a context counts; GitHub takes 1,000 for a commit and context. */
  create(repo: RepoName, sha: string, status: CommitStatus): Promise<void>;
}

/** A workflow run that waits: for us, for a reviewer, or for a timer. */
export interface WaitingRun {
  readonly id: number;
  readonly headSha: string;
  /** Of its newest attempt. */
  readonly startedAt: Date;
}

/**
 * Deployments that wait for our word as an environment's protection rule. Where nothing waits for it (any more) an answer throws
 * `Unprocessable` or `NotFound`.
 * @see https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/create-custom-protection-rules
 */
export interface Deployments {
  /** Decides. The comment is cut to 1,024 characters. */
  review(
    repo: RepoName,
    runId: number,
    answer: { readonly environment: string; readonly state: 'approved' | 'rejected'; readonly comment: string },
  ): Promise<void>;
  /** Says how it stands and decides nothing; GitHub takes 10 for a deployment. The comment is cut to 1,024 characters. */
  report(
    repo: RepoName,
    runId: number,
    report: { readonly environment: string; readonly comment: string },
  ): Promise<void>;
  /** A request for 100; newest first. */
  waiting(repo: RepoName): AsyncIterable<WaitingRun>;
  /** Names of the environments that the run waits for, whoever has to answer. */
  pending(repo: RepoName, runId: number): Promise<readonly string[]>;
}

export interface BodyEdit {
  readonly editor: string | null;
  readonly editedAt: Date;
  /** The body as it was after this edit; null when somebody deleted that revision. */
  readonly body: string | null;
}

export interface History {
  /** Edits of an issue's or comment's body, newest first, at most `limit` (100 at most). */
  edits(nodeId: string, limit: number): Promise<BodyEdit[]>;
}

export interface Teams {
  /** False as well when there is no such team, or it is not ours to see. */
  isMember(org: string, team: string, login: string): Promise<boolean>;
}

/** What GitHub said last of an installation's hourly limit. */
export interface Quota {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Date;
}

export interface Inventory {
  /** The software bill of materials in SPDX 2.3 as GitHub gives it; null where there is none: no manifest, or the graph is off. */
  sbom(repo: RepoName): Promise<unknown>;
}

/** A custom property as an organisation defines it. */
export interface PropertyDefinition {
  readonly name: string;
  readonly type: 'string' | 'single_select' | 'multi_select' | 'true_false' | 'url';
  readonly description: string;
  /** Of a select; null for the other types. */
  readonly allowed: readonly string[] | null;
}

/** What we may define. */
export interface NewProperty extends PropertyDefinition {
  readonly type: 'string' | 'single_select' | 'true_false';
}

export type PropertyValues = Readonly<Record<string, string | readonly string[] | null>>;

export interface PropertiesOf {
  readonly repositoryId: number;
  readonly name: string;
  /** Of properties that have no value here there is none, or null. */
  readonly values: PropertyValues;
}

/** Custom properties of an organisation's repositories. Personal accounts have none: there everything throws `NotFound`. */
export interface Properties {
  /** One request. */
  definitions(org: string): Promise<readonly PropertyDefinition[]>;
  /** Adds or replaces. Needs `organization_custom_properties: admin`, else it throws `Forbidden`. */
  define(org: string, definition: NewProperty): Promise<void>;
  /** 100 repositories of the organisation, from page 1 on; `hasMore` tells of a next page. */
  page(
    org: string,
    page: number,
  ): Promise<{ readonly repositories: readonly PropertiesOf[]; readonly hasMore: boolean }>;
  /** Sets the same values on all of them, 30 at most; null takes a value away, what is not named stays. */
  set(org: string, repositories: readonly string[], values: PropertyValues): Promise<void>;
}

/** How fast this installation may be asked. */
export interface Pace {
  /**
   * The earliest time at which `count` issues or comments can be made so that people's commands still find their burst. For work
   * that nobody waits for; nothing is taken or promised.
   */
  roomForContent(count: number): Date;
}

/** All that an installation lets us do. */
export interface GitHub {
  readonly pace: Pace;
  readonly issues: Issues;
  readonly comments: Comments;
  readonly commits: Commits;
  readonly checks: Checks;
  readonly statuses: Statuses;
  readonly deployments: Deployments;
  readonly repositories: Repositories;
  readonly pulls: Pulls;
  readonly history: History;
  readonly teams: Teams;
  /** Whatever else GitHub answers, as it answers it. */
  readonly reader: Reader;
  /** Null before the first answer. */
  quota(): Quota | null;
  readonly inventory: Inventory;
  readonly properties: Properties;
}

/** Hands out the gateway of an installation. */
export type GitHubOf = (installationId: number) => Promise<GitHub>;
