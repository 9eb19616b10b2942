/** Accepted risks with who asked for them and who approved, and who is to deal with which item. */
import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  `create table waiver (
    id bigint generated always as identity primary key,
    repository_id bigint not null,
    item_id text not null,
    requested_by text not null,
    requested_at timestamptz not null,
    until text not null,
    reason text not null,
    approvals json not null,
    state text not null default 'asked' check (state in ('asked', 'active', 'ended', 'withdrawn')),
    activated_at timestamptz
  )`,
  // One request and one waiver in force at most: a new request may wait while the old waiver still holds.
  `create unique index waiver_current on waiver (repository_id, item_id, state) where state in ('asked', 'active')`,
  `create index waiver_until on waiver (until) where state = 'active'`,

  `create table assignment (
    repository_id bigint not null,
    item_id text not null,
    login text not null,
    assigned_by text not null,
    assigned_at timestamptz not null,
    primary key (repository_id, item_id, login)
  )`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
export default migration;
