/** What verifiers saw in each repository, and when. */
import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  `create table verification (
    repository_id bigint primary key,
    ran_at timestamptz,
    asked_at timestamptz,
    verdicts json not null default '{}'
  )`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
export default migration;
