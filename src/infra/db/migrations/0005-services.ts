/** What people decided about a service as a whole, and who was asked to see to which item. */
import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // The launch day is text: a calendar date has no time zone to be shifted by.
  `create table service (
    repository_id bigint primary key,
    risk text check (risk in ('LOW', 'MEDIUM', 'HIGH', 'MAXIMUM')),
    risk_because text,
    risk_by text,
    launch_on text,
    launched_at timestamptz,
    champion text,
    used json,
    updated_at timestamptz not null
  )`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
export default migration;
