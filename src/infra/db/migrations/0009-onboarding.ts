/** How far the onboarding of each installation has come, repository by repository. */
import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // `listed_at` null: GitHub's list of repositories has to be read (again).
  `create table onboarding (
    installation_id bigint primary key,
    started_at timestamptz not null,
    wanted_at timestamptz not null,
    listed_at timestamptz,
    finished_at timestamptz
  )`,
  // A repository is of one installation at a time.
  `create table onboarding_repository (
    repository_id bigint primary key,
    installation_id bigint not null references onboarding on delete cascade,
    pushed_at timestamptz,
    state text not null check (state in ('waiting', 'asked', 'opened', 'skipped')),
    because text check ((because is not null) = (state = 'skipped')),
    asked_at timestamptz,
    settled_at timestamptz
  )`,
  // In the order in which they are asked for, so that the next few are found without sorting thousands.
  `create index onboarding_repository_line
    on onboarding_repository (installation_id, state, asked_at nulls first, pushed_at desc nulls last)`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
export default migration;
