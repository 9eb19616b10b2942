/** Deployments that wait for our word, and up to when a reading of the history has seen everything. */
import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  `create table deployment_gate (
    repository_id bigint not null,
    run_id bigint not null,
    environment text not null,
    deployment_id bigint,
    sha text not null,
    state text not null check (state in ('waiting', 'answered')),
    reports integer not null default 0,
    digest text,
    reported_at timestamptz,
    asked_at timestamptz not null,
    answered_at timestamptz,
    primary key (repository_id, run_id, environment)
  )`,
  `create index deployment_gate_waiting on deployment_gate (repository_id) where state = 'waiting'`,
  // Null for readings from before this was kept: nobody knows what they did not see.
  'alter table history_scan add column covers_until timestamptz',
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
export default migration;
