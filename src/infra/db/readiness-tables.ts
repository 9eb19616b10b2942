/** The tables that the dashboard reads: where a service stands, and where it stood day by day. */
import type { ColumnType } from 'kysely';
import type { RiskLevel } from '../../core/risk.js';
import type { Letter } from '../../domain/checklist/index.js';
import type { BlockerLine } from '../../domain/outlook/readiness.js';

type Json<T> = ColumnType<T, string, string>;

export interface ReadinessTables {
  readiness: ReadinessTable;
  snapshot: SnapshotTable;
}

export interface ReadinessTable {
  repository_id: number;
  /** Before what it is made from was read: of two the one that began later counts. */
  computed_at: Date;
  /** Why there is no baseline issue. */
  absent_because: string | null;
  issue_number: number | null;
  is_ready: boolean;
  grade: Letter | null;
  score: number | null;
  done: number;
  verified: number;
  waived: number;
  stale: number;
  open: number;
  unknown: number;
  not_applicable: number;
  required: number;
  /** The first few. */
  blockers: Json<readonly BlockerLine[]>;
  blocker_count: number;
  open_secrets: number;
  risk: RiskLevel | null;
  /** Calendar dates. */
  launch_on: string | null;
  launched_on: string | null;
  champion: string | null;
  /** Both or neither; calendar dates. */
  forecast_from: string | null;
  forecast_to: string | null;
  /** Why there is no forecast though something is in the way. */
  forecast_unclear: string | null;
  /** The calendar date from which the launch is at risk, unless something changes. */
  at_risk_from: string | null;
}

/** As `Snapshot` of the outlook's domain. */
export interface SnapshotTable {
  repository_id: number;
  /** Calendar date in UTC. */
  day: string;
  score: number | null;
  met: number;
  applicable: number;
  required: number;
  waived: number;
  stale: number;
  blockers: number;
  open_secrets: number;
  launch_on: string | null;
}
