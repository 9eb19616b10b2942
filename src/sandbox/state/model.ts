/** What the sandbox remembers: plain records, named as GitHub's REST API names them, in camel case. */

import type { RepositorySettings } from './settings.js';

export type RepositoryPermission = 'read' | 'triage' | 'write' | 'maintain' | 'admin';
export type AccessLevel = 'read' | 'write' | 'admin';
/** GitHub App permissions, e.g. `{ issues: 'write' }`. */
export type Permissions = Readonly<Record<string, AccessLevel>>;

export interface User {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot';
  name: string | null;
  email: string;
}

export interface Organization {
  readonly id: number;
  readonly login: string;
  defaultPermission: 'none' | RepositoryPermission;
  asksForSecondFactor: boolean;
  readonly members: Map<string, 'admin' | 'member'>;
  readonly createdAt: string;
}

export interface Team {
  readonly id: number;
  readonly org: string;
  readonly slug: string;
  name: string;
  readonly members: Map<string, 'member' | 'maintainer'>;
  readonly repositories: Map<number, RepositoryPermission>;
}

export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly owner: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly publicKeyPem: string;
  readonly privateKeyPem: string;
  readonly webhookSecret: string;
  webhookUrl: string | null;
  /** Where people may be led back to when they signed in. */
  callbackUrls: readonly string[];
  permissions: Permissions;
  events: readonly string[];
  readonly externalUrl: string;
  readonly createdAt: string;
}

export interface Installation {
  readonly id: number;
  readonly appId: number;
  readonly account: string;
  selection: 'all' | 'selected';
  /** Only for `selected`. */
  readonly repositoryIds: Set<number>;
  permissions: Permissions;
  events: readonly string[];
  suspendedAt: string | null;
  suspendedBy: string | null;
  readonly createdAt: string;
  updatedAt: string;
}

export interface AccessToken {
  readonly token: string;
  readonly installationId: number;
  readonly permissions: Permissions;
  /** Down-scoped to these; null means everything the installation sees. */
  readonly repositoryIds: ReadonlySet<number> | null;
  readonly expiresAt: Date;
}

/** What an App acts with in somebody's name; `ghu_…`. */
export interface UserAccessToken {
  readonly token: string;
  readonly appId: number;
  readonly login: string;
  readonly expiresAt: Date;
}

/** Handed to the browser when somebody let an App know who they are, and traded for a token once. */
export interface SignInCode {
  readonly appId: number;
  readonly login: string;
  readonly redirectUri: string;
  /** Of PKCE, S256; null where the App sent none. */
  readonly challenge: string | null;
  readonly at: Date;
}

/** A custom property with several values has a list. */
export type Properties = Readonly<Record<string, string | readonly string[]>>;

export interface Repository {
  readonly id: number;
  owner: string;
  name: string;
  private: boolean;
  archived: boolean;
  readonly parentId: number | null;
  hasIssues: boolean;
  isTemplate: boolean;
  defaultBranch: string;
  description: string | null;
  topics: readonly string[];
  /** Custom properties of the organisation that have a value here. */
  properties: Properties;
  readonly createdAt: string;
  updatedAt: string;
  pushedAt: string | null;
  /** Issues and pull requests share one sequence. */
  lastNumber: number;
  readonly collaborators: Map<string, RepositoryPermission>;
  settings: RepositorySettings;
  /** `check-suites/preferences`: apps that switched automatic suites off. */
  readonly noAutomaticSuites: Set<number>;
  /** The bare repository on disk. */
  readonly gitDir: string;
}

export interface ContentEdit {
  readonly editor: string;
  readonly editedAt: string;
  /** The whole new body, as GitHub's `UserContentEdit.diff` holds it. */
  readonly diff: string;
}

export interface Issue {
  readonly id: number;
  readonly repositoryId: number;
  readonly number: number;
  title: string;
  body: string | null;
  readonly author: string;
  state: 'open' | 'closed';
  stateReason: 'completed' | 'not_planned' | 'reopened' | null;
  labels: readonly string[];
  assignees: readonly string[];
  locked: boolean;
  pinned: boolean;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  closedBy: string | null;
  /** The app it was written through, null for people. */
  readonly viaAppId: number | null;
  readonly isPullRequest: boolean;
  readonly edits: ContentEdit[];
}

export interface Comment {
  readonly id: number;
  readonly repositoryId: number;
  readonly issueNumber: number;
  body: string;
  readonly author: string;
  readonly viaAppId: number | null;
  readonly createdAt: string;
  updatedAt: string;
  readonly edits: ContentEdit[];
}

export const REACTIONS = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes'] as const;

export interface Reaction {
  readonly id: number;
  readonly subject: 'issue' | 'comment';
  readonly subjectId: number;
  readonly content: (typeof REACTIONS)[number];
  readonly login: string;
  readonly createdAt: string;
}

export interface Label {
  readonly id: number;
  readonly repositoryId: number;
  name: string;
  color: string;
  description: string | null;
}

export interface PullRequest {
  readonly id: number;
  readonly repositoryId: number;
  readonly number: number;
  /** Null when the fork was deleted. */
  readonly headRepositoryId: number | null;
  readonly headRef: string;
  headSha: string;
  baseRef: string;
  baseSha: string;
  draft: boolean;
  mergedAt: string | null;
  mergedBy: string | null;
  mergeCommitSha: string | null;
}

export interface CheckSuite {
  readonly id: number;
  readonly repositoryId: number;
  readonly appId: number;
  readonly headSha: string;
  readonly headBranch: string | null;
  readonly before: string | null;
  readonly createdAt: string;
}

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: 'notice' | 'warning' | 'failure';
  readonly message: string;
  readonly title?: string;
  readonly raw_details?: string;
}

export interface CheckAction {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
}

export interface CheckRun {
  readonly id: number;
  readonly repositoryId: number;
  readonly appId: number;
  readonly suiteId: number;
  name: string;
  readonly headSha: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: string | null;
  externalId: string | null;
  detailsUrl: string | null;
  startedAt: string | null;
  completedAt: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  readonly annotations: Annotation[];
  actions: readonly CheckAction[];
}

export interface CommitStatus {
  readonly id: number;
  readonly repositoryId: number;
  readonly sha: string;
  readonly context: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: string;
  readonly createdAt: string;
}

export interface Activity {
  readonly id: number;
  readonly repositoryId: number;
  readonly before: string;
  readonly after: string;
  readonly ref: string;
  readonly timestamp: string;
  readonly type: 'push' | 'force_push' | 'branch_creation' | 'branch_deletion' | 'pr_merge' | 'merge_queue_merge';
  readonly actor: string;
}

/** One attempt to deliver one webhook; a redelivery is a new record with the same `guid`. */
export interface Delivery {
  readonly id: number;
  readonly appId: number;
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
  readonly redelivery: boolean;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** The exact bytes that were signed. */
  readonly payload: string;
  deliveredAt: string;
  /** Seconds. */
  duration: number;
  status: string;
  statusCode: number;
  responseHeaders: Readonly<Record<string, string>>;
  responseBody: string;
}
