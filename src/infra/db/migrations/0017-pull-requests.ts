/** Which pull requests are open, so that nobody asks GitHub for them when readiness changes; and where default branches are. */
import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // Closed ones stay for a while: a webhook that comes late does not open them again.
  `create table pull_request (
    repository_id bigint not null,
    number int not null,
    head_sha text not null,
    base_ref text not null,
    is_open boolean not null,
    updated_at timestamptz not null,
    seen_at timestamptz not null,
    primary key (repository_id, number)
  )`,
  // A row: its pull requests were known whole; since doubted_at it is not sure that they still are.
  `create table pull_list (
    repository_id bigint primary key,
    doubted_at timestamptz
  )`,
  // Null on rows from before: then it is told as if it had changed.
  'alter table fan_out add column conclusion text',
  'alter table repository add column default_sha text',
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
export default migration;
