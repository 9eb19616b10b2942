/** One thing that the reconciler looks after in a repository, without any webhook having said so. */
import type { Looked, Reconciled } from '../../infra/db/reconcile.js';
import type { RepositoryRow } from '../../infra/db/installations.js';
import type { RepoRef } from '../../core/repo-ref.js';
import type { JobSpec } from '../../infra/queue/types.js';
import type { Context } from '../context.js';

/** A repository as it is looked at. */
export interface Look {
  readonly repository: RepoRef;
  readonly row: RepositoryRow;
  readonly defaultBranch: string;
  /** Of the last look, and of GitHub's list. */
  readonly known: Reconciled;
  /** False when GitHub's list says that nobody pushed to any of its branches since the last look. */
  readonly isPushedTo: boolean;
  /** Counts requests that count against the hourly limit. */
  spend(requests: number): void;
}

export interface Found {
  /** What mends what is missing. A job is left out where one of its subject is in line already. */
  readonly jobs: readonly JobSpec[];
  /** What the next look begins from; kept once the jobs are in line. */
  readonly looked?: Looked;
}

/** Reads what it must and says what is missing; running twice finds the same. */
export type ReconcileStep = (look: Look, context: Context) => Promise<Found>;
