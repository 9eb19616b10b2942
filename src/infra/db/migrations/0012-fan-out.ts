/** What was last passed on to the open pull requests of each repository. */
import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // Of the answer, not of all words: that one more item was ticked is no reason to write on 500 pull requests.
  `create table fan_out (
    repository_id bigint primary key,
    digest text not null
  )`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
export default migration;
