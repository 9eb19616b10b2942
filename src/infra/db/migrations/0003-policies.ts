/** The policies as last read, and the facts of repositories that policies ask for. */
import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // An organisation's policy is known by the installation, which survives renames of the account.
  `create table policy (
    scope text not null check (scope in ('organisation', 'repository')),
    scope_id bigint not null,
    file_sha text,
    good json,
    problems json not null,
    read_at timestamptz not null,
    primary key (scope, scope_id)
  )`,
  `create table repository_facts (
    repository_id bigint primary key,
    visibility text not null check (visibility in ('public', 'private', 'internal')),
    topics json not null,
    language text,
    properties json not null
  )`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
export default migration;
