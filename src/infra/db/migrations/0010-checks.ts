/** Whether annotations were sent with a check run: GitHub adds those of an update to those that are there. */
import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  'alter table check_run add column annotated boolean not null default false',
  // Those of before were sent with the first failure.
  `update check_run set annotated = true where conclusion = 'failure'`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
export default migration;
