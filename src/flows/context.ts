/** What a reaction works with: the outside world through our own interfaces, and what was loaded at the start. */
import type { Clock } from '../core/clock.js';
import type { Granted } from '../core/granted.js';
import type { Log } from '../core/log.js';
import type { RepoRef } from '../core/repo-ref.js';
import type { Checklist } from '../domain/checklist/index.js';
import type { Engine } from '../domain/scanner/match.js';
import type { Verdict } from '../domain/verification/verdict.js';
import type { Db } from '../infra/db/database.js';
import type { Change } from '../infra/github/changes/change.js';
import type { Push } from '../infra/github/changes/choose.js';
import type { OneCommit } from '../infra/github/changes/read.js';
import type { HistoryPart } from '../infra/github/changes/history.js';
import type { GitHub } from '../infra/github/gateway.js';
import type { WebAccess } from '../infra/net/web.js';
import type { JobSpec } from '../infra/queue/types.js';
import type { Delays } from './delays.js';
import type { LifeRules } from './life-rules.js';

/** A comment that may hold commands. */
export interface CommentEvent {
  readonly repository: RepoRef;
  readonly isPrivate: boolean;
  readonly issue: number;
  readonly comment: number;
  /** Login. */
  readonly by: string;
  /** ISO 8601 instant at which the comment was written, or edited last; GitHub tells whole seconds. */
  readonly saidAt: string;
  /** The comment before an edit; null for a new one. */
  readonly before: string | null;
  readonly after: string;
}

/** A button that was pressed on one of our checks, as the command that it stands for. */
export interface Press extends Pick<CommentEvent, 'repository' | 'isPrivate' | 'issue' | 'by' | 'saidAt'> {
  readonly said: { readonly name: string; readonly args: string };
  /** Where, in a few words of ours: Markdown. */
  readonly from: string;
}

/** Every file of the new commits of a push, or of what `head` has and `base` has not; by API or by git, as fits. */
export interface Changes {
  push(repository: RepoRef, push: Push): AsyncIterable<Change>;
  between(repository: RepoRef, base: string, head: string): AsyncIterable<Change>;
  /** One commit against its first parent. @throws GitHubError */
  commit(repository: RepoRef, sha: string): Promise<OneCommit>;
  /** Every blob that any branch or tag reaches and that these rules have not found clean, with how far it has come. */
  history(repository: RepoRef): AsyncIterable<HistoryPart>;
}

export interface ReportSettings {
  /** Addresses by `organisation/name`, in lower case. */
  readonly webhooks: ReadonlyMap<string, string>;
  /** Without a trailing slash. */
  readonly githubUrl: string;
  /** Where people find our pages; null where they cannot sign in. */
  readonly pagesUrl: string | null;
}

export interface Context {
  /** Acting as the installation that the job belongs to. */
  readonly github: GitHub;
  readonly changes: Changes;
  /** Never a transaction. */
  readonly db: Db;
  readonly clock: Clock;
  readonly delays: Delays;
  readonly log: Log;
  readonly checklists: readonly Checklist[];
  readonly engine: Engine;
  /** Key of the fingerprints of findings. */
  readonly fingerprintKey: Uint8Array;
  /** The key before it, while it is being changed. */
  readonly previousFingerprintKey: Uint8Array | null;
  /** The App's id, and the login under which its comments and edits appear (`seaworthy[bot]`). */
  readonly app: { readonly id: number; readonly login: string };
  /** What this job was made from: the delivery's guid, or the job's own id where no webhook was behind it. */
  readonly job: { readonly delivery: string; readonly installationId: number };
  /** Aborted when the process stops or the job takes too long. */
  readonly signal: AbortSignal;
  /** Takes up changed permissions now: the token at hand goes on with the old ones for up to an hour. */
  renewToken(): Promise<void>;
  /** Puts further jobs in line. */
  enqueue(jobs: readonly JobSpec[]): Promise<void>;
  /** Runs the commands of a comment. */
  answer(event: CommentEvent, context: Context): Promise<void>;
  /** To addresses that people name. */
  readonly web: WebAccess;
  /** Looks at the repository: verdicts by the verifier's name, of those in `names` that there are. @throws RateLimited */
  verify(repository: RepoRef, names: ReadonlySet<string>, context: Context): Promise<ReadonlyMap<string, Verdict>>;
  /** Runs the command behind a button. */
  press(pressed: Press, context: Context): Promise<void>;
  /** What the policy says for this repository about waivers, approvers, closing and old evidence. */
  lifeRules(repository: RepoRef, context: Context): Promise<LifeRules>;
  /** How much of an installation's hourly limit the reconciler may spend, in percent. */
  readonly reconcilePercent: number;
  /** What our handlers use, all together. */
  readonly needs: Granted;
  /** Where reports are sent, and where what they lead to is. */
  readonly reports: ReportSettings;
  /** Where GitHub's API is, without a trailing slash. */
  readonly apiUrl: string;
  /** Where people find an issue in their browser. */
  issueUrl(repository: RepoRef, number: number): string;
}
