/** Which version of the checklists each baseline issue was written from, and what the last one changed in it. */
import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  `create table catalogue (
    digest text primary key,
    checklists json not null,
    seen_at timestamptz not null
  )`,
  'alter table baseline add column catalogue_digest text',
  'alter table baseline add column catalogue_change json',
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
export default migration;
