/** What is known of a service: its baseline issue, its items, its findings, the heads judged and the checks posted. */
import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  `create table baseline (
    repository_id bigint primary key,
    issue_number integer,
    issue_node_id text,
    absent_because text,
    settled_body text,
    updated_at timestamptz not null
  )`,
  `create table item (
    repository_id bigint not null,
    item_id text not null,
    state json not null,
    updated_at timestamptz not null,
    primary key (repository_id, item_id)
  )`,
  `create table edit (
    key text primary key,
    repository_id bigint not null,
    from_body text,
    to_body text,
    by_login text,
    at text not null
  )`,
  `create index edit_repository on edit (repository_id)`,
  `create table body_write (
    repository_id bigint not null,
    digest text not null,
    based_on_body text not null,
    at timestamptz not null,
    primary key (repository_id, digest)
  )`,
  `create index body_write_at on body_write (at)`,

  // A finding is known by a keyed hash of its value; no column holds the value or could be turned back into it.
  `create table finding (
    repository_id bigint not null,
    fingerprint text not null,
    rule_id text not null,
    title text not null,
    severity text not null,
    confidence text not null,
    preview text not null,
    state text not null default 'open' check (state in ('open', 'rotated', 'dismissed')),
    found_at timestamptz not null,
    settled_by text,
    settled_at timestamptz,
    settled_because text,
    primary key (repository_id, fingerprint)
  )`,
  `create index finding_open on finding (repository_id) where state = 'open'`,
  `create table head (
    repository_id bigint not null,
    sha text not null,
    follows text,
    engine_version text not null,
    commits integer not null,
    files integer not null,
    sightings json not null,
    unseen json not null,
    judged_at timestamptz not null,
    primary key (repository_id, sha)
  )`,
  `create index head_follows on head (repository_id, follows)`,
  `create table check_run (
    repository_id bigint not null,
    head_sha text not null,
    name text not null,
    run_id bigint not null,
    digest text not null,
    conclusion text not null,
    updated_at timestamptz not null,
    primary key (repository_id, head_sha, name)
  )`,
  `create table chore (
    name text primary key,
    last_good_at timestamptz not null
  )`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
export default migration;
