/** Who is signed in on the pages, what they may see there, and the tokens of programs that read reports. */
import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  `create table viewer (
    user_id bigint primary key,
    login text not null,
    checked_at timestamptz,
    outdated_at timestamptz
  )`,
  `create table viewer_installation (
    user_id bigint not null,
    installation_id bigint not null,
    seat text not null check (seat in ('member', 'owner')),
    primary key (user_id, installation_id)
  )`,
  `create index viewer_installation_whole on viewer_installation (installation_id)`,
  `create table viewer_repository (
    user_id bigint not null,
    repository_id bigint not null,
    permission text not null check (permission in ('read', 'triage', 'write', 'maintain', 'admin')),
    primary key (user_id, repository_id)
  )`,
  `create index viewer_repository_viewers on viewer_repository (repository_id)`,

  `create table session (
    id text primary key,
    user_id bigint not null,
    sealed_token text not null,
    sealed_message text,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    ends_at timestamptz not null
  )`,
  `create index session_person on session (user_id)`,

  `create table api_token (
    id bigint generated always as identity primary key,
    digest text not null unique,
    installation_id bigint not null,
    name text not null,
    made_by text not null,
    made_at timestamptz not null,
    ends_at timestamptz not null,
    used_at timestamptz,
    revoked_by text,
    revoked_at timestamptz
  )`,
  `create unique index api_token_name on api_token (installation_id, lower(name)) where revoked_at is null`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
export default migration;
