/** How far sweep and reconciler are, what is tried again, and why a job failed. */
import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // A guid that GitHub has and we have not. `next_try_at` null: given up.
  `create table lost_delivery (
    guid text primary key,
    delivery_id bigint not null,
    event text not null,
    tries integer not null default 0,
    next_try_at timestamptz,
    found_at timestamptz not null
  )`,
  'create index lost_delivery_due on lost_delivery (next_try_at, delivery_id) where next_try_at is not null',
  // One row: the sweep that runs, or the last one that did. The cursor is GitHub's, null when the list was read to its end.
  `create table sweep (
    id integer primary key check (id = 1),
    since timestamptz not null,
    started_at timestamptz not null,
    cursor text,
    is_listed boolean not null default false,
    looked integer not null default 0,
    found integer not null default 0,
    sent_again integer not null default 0,
    taken_in integer not null default 0,
    given_up integer not null default 0,
    ended_at timestamptz
  )`,
  // One round through an installation. The page is that of its list of repositories, null when it was read to its end.
  `create table reconcile_round (
    installation_id bigint primary key,
    started_at timestamptz not null,
    page integer,
    repositories integer not null default 0,
    repairs integer not null default 0,
    spent integer not null default 0,
    spent_since timestamptz not null,
    ended_at timestamptz
  )`,
  `create table reconciled_repository (
    repository_id bigint primary key,
    installation_id bigint not null,
    listed_at timestamptz not null,
    pushed_at timestamptz,
    asked_at timestamptz,
    looked_at timestamptz,
    looked_pushed_at timestamptz,
    pulls_etag text,
    activity_id bigint,
    issue_asked_at timestamptz
  )`,
  'create index reconciled_repository_line on reconciled_repository (installation_id, pushed_at desc)',
  // The kind of failure, where something other than time may mend it: `permission`.
  'alter table job add column failure text',
  "create index job_parked on job (id) where state = 'parked'",
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
export default migration;
