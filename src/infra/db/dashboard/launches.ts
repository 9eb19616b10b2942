/** What launches when: at risk first, then by date, each with where it stood a week ago. */
import type { Snapshot } from '../../../domain/outlook/snapshot.js';
import type { Db } from '../database.js';
import type { RepositoryLine } from './line.js';
import type { Seer } from './seen.js';

export interface Launch extends RepositoryLine {
  /** The last snapshot that is at least 7 days old, and at most 14; for `changedSince`. */
  readonly weekAgo: Snapshot | null;
}

export interface LaunchList {
  /** With a date and not launched: at risk first, then by date; 500 at most. */
  readonly planned: readonly Launch[];
  readonly plannedCount: number;
  /** Launched in the last 30 days, newest first; 100 at most. */
  readonly launched: readonly Launch[];
  /** Seen, not launched, without a date. */
  readonly undated: number;
  readonly oldestComputedAt: Date | null;
}

/** @param today calendar date */
export function listLaunches(db: Db, seer: Seer, installationId: number, today: string): Promise<LaunchList> {
  throw new Error(`not built yet ${db.isTransaction} ${seer.userId} ${installationId} ${today}`);
}
