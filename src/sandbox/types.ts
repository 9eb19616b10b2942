/** The sandbox as tests, the demo and the pages see it. */
import type { Hono } from 'hono';
import type { Clock } from '../core/clock.js';
import type { RepositorySettings } from './state/settings.js';
import type { State } from './state/state.js';
import type {
  BranchProtection,
  BranchRules,
  BypassActor,
  Deployment,
  Environment,
  QueueEntry,
  Ruleset,
  WorkflowRun,
} from './state/gates.js';
import type {
  App,
  Comment,
  Installation,
  Issue,
  Organization,
  Permissions,
  Properties,
  PullRequest,
  Repository,
  RepositoryPermission,
  Team,
  User,
} from './state/model.js';

/** One API request of an App, before it is carried out: what a contract check gets to see. */
export interface ApiRequest {
  readonly method: string;
  /** Without the API's prefix and without the query. */
  readonly path: string;
  /** The route as GitHub's OpenAPI description writes it, e.g. `/repos/{owner}/{repo}/issues`. */
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON body, undefined when there is none. */
  readonly body: unknown;
  readonly caller: 'app' | 'installation' | 'user' | 'anonymous';
  /** What the token may do; null for anything but an installation token. */
  readonly permissions: Permissions | null;
  readonly installation: Installation | null;
}

/** What is answered instead of doing what was asked. */
export interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** In the shape of GitHub's error bodies. */
  readonly body: unknown;
}

export interface SandboxOptions {
  /** 0, the default, picks a free one. */
  readonly port?: number;
  /** Where webhooks go; may be set later with `setWebhookUrl`. Without one nothing is delivered nor logged. */
  readonly webhookUrl?: string;
  readonly webhookSecret: string;
  readonly app: {
    readonly id: number;
    readonly slug: string;
    readonly permissions: Permissions;
    readonly events: readonly string[];
  };
  /** PKCS#1 or PKCS#8 PEM of the App's key; generated when absent. */
  readonly privateKeyPem?: string;
  readonly clock?: Clock;
  /** Seeds probabilities of faults and shuffles of webhooks. */
  readonly seed?: number;
  /** Is asked before every API request; a refusal becomes the answer. */
  readonly validate?: (request: ApiRequest) => Refusal | null | Promise<Refusal | null>;
  /** GitHub's primary limit for each installation and user; 5,000 when absent. */
  readonly requestsPerHour?: number;
  /** Adds HTML pages. At the root the API wins, except for requests that accept `text/html`. */
  readonly pages?: (app: Hono, sandbox: Sandbox) => void;
}

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly route: string;
  readonly status: number;
  readonly installationId: number | null;
  readonly at: Date;
  /** Set when the sandbox itself failed (status 500), never for refusals. */
  readonly error?: unknown;
}

export interface RequestLog {
  readonly entries: readonly LoggedRequest[];
  clear(): void;
  /** How many there were of each kind, `POST /repos/{owner}/{repo}/check-runs`; a 304 has ` 304` behind it: it cost nothing. */
  byKind(): ReadonlyMap<string, number>;
}

export interface Fault {
  readonly match?: { readonly method?: string; readonly path?: RegExp };
  /** How often it strikes; without a number until it is removed. */
  readonly times?: number;
  /** 0 to 1, drawn from the seeded generator; 1 when absent. */
  readonly probability?: number;
  /** `error-after` carries the request out and then answers with the error. */
  readonly effect: 'error-before' | 'error-after' | 'rate-limit-primary' | 'rate-limit-secondary' | 'latency';
  /** For the errors; 502 when absent. For the limits 403 when absent; 429 is the other one GitHub uses. */
  readonly status?: number;
  /** Milliseconds of latency. */
  readonly ms?: number;
  /** Seconds until a limit ends; 60 when absent. */
  readonly retryAfter?: number;
}

export interface Faults {
  /** Returns how to take it away again. */
  add(fault: Fault): () => void;
  clear(): void;
}

export interface WebhookMatch {
  /** `issues` or `issues.edited`. */
  readonly event?: string;
  /** How many matching deliveries; without a number until `clear`. */
  readonly times?: number;
  readonly probability?: number;
}

export interface Webhooks {
  /** Not sent. `logged` (the default): a failed delivery in the log, which a sweep finds; otherwise GitHub never tried. */
  lose(match?: WebhookMatch & { readonly logged?: boolean }): void;
  /** Sent twice with the same guid. */
  double(match?: WebhookMatch): void;
  /** Sent `ms` later; those behind it overtake. */
  delay(ms: number, match?: WebhookMatch): void;
  /** The next `count` matching ones are held and sent in reverse order; `idle` releases an incomplete group. */
  reorder(count: number, match?: Omit<WebhookMatch, 'times'>): void;
  /** Holds everything back until `resume`. */
  pause(): void;
  resume(): void;
  /** Forgets the scripted faults; what is held goes out. */
  clear(): void;
  /** Resolves when nothing is queued, held, delayed or in flight. */
  idle(): Promise<void>;
}

export interface NewRepository {
  readonly name: string;
  readonly private?: boolean;
  /** Without a first commit. */
  readonly empty?: boolean;
  /** `owner/name` of the repository to fork; issues are off in forks, as on GitHub. */
  readonly fork?: string;
  /** `owner/name` of the template to copy. */
  readonly template?: string;
  readonly hasIssues?: boolean;
  readonly defaultBranch?: string;
  readonly description?: string;
  readonly topics?: readonly string[];
  readonly properties?: Properties;
  /** First commit; a README when absent. */
  readonly files?: Readonly<Record<string, string>>;
  /** Who creates it; an owner of the organisation when absent. */
  readonly by?: string;
}

export interface NewCommit {
  readonly branch?: string;
  readonly message: string;
  /** Path to content; null deletes. */
  readonly files: Readonly<Record<string, string | Uint8Array | null>>;
  /** Makes the branch start here instead of at its own head (branch name or sha). */
  readonly from?: string;
}

/** What guards a branch; everything left out guards nothing, except that administrators are held to it as well. */
export interface BranchGuard extends Partial<Omit<BranchRules, 'checks'>> {
  /** Checks that have to pass; `appId` pins one to an App. */
  readonly checks?: readonly { readonly context: string; readonly appId?: number }[];
}

export interface NewRuleset extends BranchGuard {
  readonly name: string;
  /** `active` when absent. */
  readonly enforcement?: Ruleset['enforcement'];
  /** Names, patterns, `~DEFAULT_BRANCH` or `~ALL`; the default branch when absent. */
  readonly branches?: readonly string[];
  readonly bypass?: readonly BypassActor[];
}

/** Someone at the keyboard: acts with their own permissions, and the webhooks follow. Repositories are `owner/name`. */
export interface Person {
  readonly login: string;
  createIssue(repo: string, issue: { title: string; body?: string; labels?: readonly string[] }): Promise<Issue>;
  editIssueBody(repo: string, number: number, body: string): Promise<Issue>;
  editIssueTitle(repo: string, number: number, title: string): Promise<Issue>;
  /** Clicks the box of the first task line that contains `item` (or matches); ticks or unticks it. */
  tick(repo: string, number: number, item: string | RegExp): Promise<Issue>;
  closeIssue(repo: string, number: number, reason?: 'completed' | 'not_planned'): Promise<Issue>;
  reopenIssue(repo: string, number: number): Promise<Issue>;
  comment(repo: string, number: number, body: string): Promise<Comment>;
  editComment(repo: string, commentId: number, body: string): Promise<Comment>;
  deleteComment(repo: string, commentId: number): Promise<void>;
  /** Commits without a clone and moves the branch, as the web editor does. Returns the sha. */
  commit(repo: string, commit: NewCommit): Promise<string>;
  deleteBranch(repo: string, branch: string): Promise<void>;
  /** `head` is a branch, or `owner:branch` of a fork. */
  openPullRequest(
    repo: string,
    pull: { title: string; head: string; base?: string; body?: string; draft?: boolean },
  ): Promise<PullRequest>;
  updatePullRequest(
    repo: string,
    number: number,
    change: { title?: string; body?: string; base?: string; state?: 'open' | 'closed'; draft?: boolean },
  ): Promise<PullRequest>;
  /** Refused with 405 while a required check of the head has not passed, and where a merge queue is required. */
  mergePullRequest(repo: string, number: number, method?: 'merge' | 'squash'): Promise<PullRequest>;
  /** "Merge when ready": the queue makes a commit, waits for its checks, and merges it or throws it out by itself. */
  enqueuePullRequest(repo: string, number: number): Promise<QueueEntry>;
  dequeuePullRequest(repo: string, number: number): Promise<void>;
  /** Runs the workflow that deploys `ref` (a branch; the default one when absent); it waits where Apps guard the environment. */
  deploy(
    repo: string,
    what: { readonly environment: string; readonly ref?: string },
  ): Promise<{ readonly deployment: Deployment; readonly run: WorkflowRun }>;
  renameRepository(repo: string, name: string): Promise<Repository>;
  transferRepository(repo: string, owner: string): Promise<Repository>;
  archiveRepository(repo: string, archived?: boolean): Promise<Repository>;
  publicizeRepository(repo: string): Promise<Repository>;
  privatizeRepository(repo: string): Promise<Repository>;
  deleteRepository(repo: string): Promise<void>;
  rerequestCheckRun(repo: string, checkRunId: number): Promise<void>;
  rerequestCheckSuite(repo: string, checkSuiteId: number): Promise<void>;
  requestCheckAction(repo: string, checkRunId: number, identifier: string): Promise<void>;
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT`; the API is under `/api/v3` and at the root, GraphQL under `/api/graphql`. */
  readonly url: string;
  readonly state: State;
  readonly clock: Clock;
  /** The App under test. */
  readonly app: App;
  readonly appId: number;
  readonly privateKeyPem: string;
  readonly webhookSecret: string;
  readonly requests: RequestLog;
  readonly faults: Faults;
  readonly webhooks: Webhooks;
  setWebhookUrl(url: string | null): void;
  /** Where GitHub leads people back to after they signed in; GitHub takes no other address. */
  setCallbackUrl(url: string): void;

  createUser(login: string, details?: { name?: string; email?: string }): User;
  /** The owner is created too when unknown; `<login>-owner` when absent. */
  createOrganization(login: string, details?: { owner?: string }): Organization;
  addMember(org: string, login: string, role?: 'admin' | 'member'): void;
  /** From the organisation and all of its teams. */
  removeMember(org: string, login: string): void;
  createTeam(
    org: string,
    team: {
      name: string;
      members?: readonly string[];
      repositories?: Readonly<Record<string, RepositoryPermission>>;
    },
  ): Team;
  addCollaborator(repo: string, login: string, permission: RepositoryPermission): void;
  removeCollaborator(repo: string, login: string): void;
  createRepository(owner: string, repository: NewRepository): Promise<Repository>;
  /** Sets custom properties as an owner of the organisation does; null takes the value away, what is left out stays. */
  setProperties(fullName: string, values: Readonly<Record<string, string | readonly string[] | null>>): void;
  repository(fullName: string): Repository;
  /** What is left out stays as it is. */
  changeSettings(fullName: string, change: Partial<RepositorySettings>): void;
  /** Classic protection of a branch or pattern (`release/*`), in place of what was there. */
  protectBranch(fullName: string, branch: string, guard: BranchGuard): BranchProtection;
  unprotectBranch(fullName: string, branch: string): void;
  /** `source` is a repository, `owner/name`, or an organisation, whose rulesets hold in all of its repositories. */
  createRuleset(source: string, ruleset: NewRuleset): Ruleset;
  deleteRuleset(id: number): void;
  /** `protectedByApp` enables the App under test as the environment's custom deployment protection rule. */
  createEnvironment(fullName: string, name: string, options?: { readonly protectedByApp?: boolean }): Environment;

  installApp(
    account: string,
    options?: { repositories?: 'all' | readonly string[]; permissions?: Permissions; appId?: number },
  ): Installation;
  uninstallApp(installationId: number): void;
  suspendInstallation(installationId: number): void;
  unsuspendInstallation(installationId: number): void;
  /** Grants what the App asks for by now. */
  acceptPermissions(installationId: number): void;
  addToInstallation(installationId: number, repositories: readonly string[]): void;
  removeFromInstallation(installationId: number, repositories: readonly string[]): void;

  /** The "Redeliver" button of the App's settings: the same guid and payload once more. */
  redeliver(deliveryId: number): void;

  as(login: string): Person;
  /** A personal access token of the user (`ghp_…`); its scope is whatever the user may do. */
  userToken(login: string): string;
  /** What an App gets when somebody signed in with it (`ghu_…`), without the pages. */
  signIn(login: string, appId?: number): string;
  /** The person withdraws what they let the App do: its tokens of theirs stop working at once. */
  withdrawAuthorization(login: string, appId?: number): void;
  /** An address with credentials for a real `git push` or `git clone`. */
  pushUrl(repo: string, login: string): string;
  stop(): Promise<void>;
}
