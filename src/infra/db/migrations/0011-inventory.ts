/** What each repository is made of. */
import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // When it was read last; `problem` says why there is nothing.
  `create table inventory (
    repository_id bigint primary key,
    read_at timestamptz not null,
    problem text
  )`,
  'create index inventory_read_at on inventory (read_at)',
  // Names are long and shared by many repositories. `short` is the last part as it is looked up.
  `create table package (
    id bigint generated always as identity primary key,
    ecosystem text not null,
    name text not null,
    short text not null,
    unique (ecosystem, name)
  )`,
  'create index package_short on package (short)',
  `create table component (
    repository_id bigint not null,
    package_id bigint not null references package,
    version text not null,
    primary key (repository_id, package_id, version)
  )`,
  'create index component_package on component (package_id)',
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
export default migration;
