/** How Seaworthy itself is doing in one organisation, for those who own it. */
import type { Granted } from '../../../core/granted.js';
import type { Db } from '../database.js';
import type { JobCounts, ParkedJob } from '../job-care.js';
import type { Progress } from '../reconcile.js';
import type { Seer } from './seen.js';

export interface SystemStatus {
  readonly account: string;
  /** As GitHub told last; `missingFrom` says what is lacking. */
  readonly granted: Granted;
  readonly suspendedAt: Date | null;
  readonly jobs: JobCounts;
  /** Newest first, 50 at most. */
  readonly parked: readonly ParkedJob[];
  /** Null when none is on record. */
  readonly lastDelivery: { readonly event: string; readonly receivedAt: Date } | null;
  readonly deliveriesToday: number;
  readonly reconcile: Progress | null;
  /** Requests that the reconciler made in the hour that began at `since`; null before its first round. */
  readonly reconcileSpent: { readonly requests: number; readonly since: Date } | null;
  readonly repositories: number;
  /** The oldest figures of the dashboard; null when there are none. */
  readonly oldestComputedAt: Date | null;
}

/** Null for everybody but owners of the account. */
export function readSystem(db: Db, seer: Seer, installationId: number, now: Date): Promise<SystemStatus | null> {
  throw new Error(`not built yet ${db.isTransaction} ${seer.userId} ${installationId} ${now}`);
}
