/** The tables as Kysely sees them; `migrations/` makes them so. bigint arrives as number on both engines (see pool.ts). */
import type { ColumnType, Generated } from 'kysely';
import type { AccessTables } from './access-tables.js';
import type { ReadinessTables } from './readiness-tables.js';
import type { RecoveryTables } from './recovery-tables.js';
import type { ServiceTables } from './service-tables.js';

/** A column that people of the database may leave out on insert. */
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

export interface Schema extends ServiceTables, RecoveryTables, AccessTables, ReadinessTables {
  installation: InstallationTable;
  repository: RepositoryTable;
  delivery: DeliveryTable;
  job: JobTable;
  journal: JournalTable;
  effect: EffectTable;
}

export interface InstallationTable {
  id: number;
  account: string;
  account_type: string;
  /** `{"issues":"write"}` as GitHub sends it. */
  permissions: ColumnType<Record<string, string>, string, string>;
  events: ColumnType<string[], string, string>;
  suspended_at: Optional<Date>;
  removed_at: Optional<Date>;
}

export interface RepositoryTable {
  id: number;
  installation_id: number;
  owner: string;
  name: string;
  private: boolean;
  fork: boolean;
  archived: boolean;
  has_issues: boolean;
  /** Null until the repository was fetched: installation events do not carry it. */
  default_branch: Optional<string>;
  /** A commit that the default branch was at: the last that a push brought there, as far as we know. */
  default_sha: Optional<string>;
  removed_at: Optional<Date>;
}

export interface DeliveryTable {
  guid: string;
  event: string;
  action: Optional<string>;
  installation_id: Optional<number>;
  repository_id: Optional<number>;
  received_at: Date;
  /** The JSON text as signed. Text, not jsonb: jsonb refuses \u0000, and nobody queries inside. Null once no job needs it. */
  payload: Optional<string>;
}

export type JobState = 'pending' | 'running' | 'done' | 'parked';

export interface JobTable {
  id: Generated<number>;
  delivery_guid: Optional<string>;
  handler: string;
  /** Jobs of one subject run in order, never two at once. */
  subject: string;
  installation_id: Optional<number>;
  /** Waiting jobs of one key collapse into one. Cleared when the job starts. */
  key: Optional<string>;
  /** JSON text. */
  data: ColumnType<unknown, string, string>;
  state: ColumnType<JobState, JobState | undefined, JobState>;
  attempts: ColumnType<number, number | undefined, number>;
  /** Set again at this interval after each run. */
  every_ms: Optional<number>;
  last_error: Optional<string>;
  /** The kind of the last failure, where something other than time may mend it: `permission`. */
  failure: Optional<string>;
  /** Which process runs it; see leases.ts of the queue. */
  worker: Optional<string>;
  run_at: Date;
  created_at: Date;
  /** Set by the first run: a started job keeps its place at the head of its subject while it waits for a retry. */
  started_at: Optional<Date>;
  finished_at: Optional<Date>;
}

export interface JournalTable {
  seq: number;
  at: Date;
  actor: string;
  repository_id: Optional<number>;
  subject: string;
  kind: string;
  data: ColumnType<unknown, string, never>;
  previous_hash: string;
  hash: string;
}

export interface EffectTable {
  key: string;
  intended_at: Date;
  done_at: Optional<Date>;
  result: ColumnType<unknown, string | undefined, string>;
}
