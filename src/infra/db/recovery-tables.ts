/** The tables of sweep and reconciler: how far they are, and what they know of what they looked at. */
import type { ColumnType } from 'kysely';

type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;
type Counted = ColumnType<number, number | undefined, number>;

export interface RecoveryTables {
  lost_delivery: LostDeliveryTable;
  sweep: SweepTable;
  reconcile_round: ReconcileRoundTable;
  reconciled_repository: ReconciledRepositoryTable;
}

/** A webhook that GitHub has and we have not. */
export interface LostDeliveryTable {
  guid: string;
  /** GitHub's number of one attempt at it. */
  delivery_id: number;
  event: string;
  tries: Counted;
  /** Null: given up. */
  next_try_at: Nullable<Date>;
  found_at: Date;
}

/** One row: the sweep that runs, or the last one. */
export interface SweepTable {
  id: 1;
  since: Date;
  started_at: Date;
  /** Where GitHub's list is read on; null at its beginning. */
  cursor: Nullable<string>;
  is_listed: ColumnType<boolean, boolean | undefined, boolean>;
  looked: Counted;
  found: Counted;
  sent_again: Counted;
  taken_in: Counted;
  given_up: Counted;
  ended_at: Nullable<Date>;
}

/** The round through an installation that is under way, or the last one. */
export interface ReconcileRoundTable {
  installation_id: number;
  started_at: Date;
  /** Of the list of repositories, the next to be read; null when it was read to its end. */
  page: Nullable<number>;
  repositories: Counted;
  /** Jobs that were asked for because something was missing. */
  repairs: Counted;
  /** Counted requests since `spent_since`, an hour at most. */
  spent: Counted;
  spent_since: Date;
  ended_at: Nullable<Date>;
}

export interface ReconciledRepositoryTable {
  repository_id: number;
  installation_id: number;
  /** Start of the round in which GitHub's list last named it. */
  listed_at: Date;
  /** As GitHub's list says. */
  pushed_at: Nullable<Date>;
  /** When a look at it was last put in line. */
  asked_at: Nullable<Date>;
  looked_at: Nullable<Date>;
  /** `pushed_at` as it was at that look; null where the look came so soon after it that more may have come in the same second. */
  looked_pushed_at: Nullable<Date>;
  /** Of the first page of its open pull requests. */
  pulls_etag: Nullable<string>;
  /** The newest entry of its activity log that was taken into account. */
  activity_id: Nullable<number>;
  /** When its issue was last asked to be read and settled. */
  issue_asked_at: Nullable<Date>;
}
