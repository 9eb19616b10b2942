/** Where findings stand and whence they come, the histories that were read, and the files that need not be looked at again. */
import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // A finding of the history was there before us; one that a push brings again is the push's from then on.
  `alter table finding
    add column origin text not null default 'push' check (origin in ('push', 'history')),
    add column path text,
    add column line integer,
    add column commit_sha text,
    add column previous_fingerprint text`,
  // Lines at the head itself, for annotations; null until they were looked up.
  'alter table head add column standing json',
  'create index head_judged_at on head (judged_at)',
  `create table history_scan (
    repository_id bigint primary key,
    engine_version text not null,
    key_id text not null,
    state text not null check (state in ('waiting', 'reading', 'done')),
    asked_by text,
    commits_done integer not null default 0,
    commits_total integer not null default 0,
    found integer not null default 0,
    unseen json not null default '[]',
    updated_at timestamptz not null,
    done_at timestamptz
  )`,
  // A row says: these rules looked at this whole blob under this path and found nothing. The digest is of the three.
  `create table clean_blob (
    repository_id bigint not null,
    digest text not null,
    engine_version text not null,
    seen_at timestamptz not null,
    primary key (repository_id, digest)
  )`,
  'create index clean_blob_seen_at on clean_blob (seen_at)',
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
export default migration;
