/** Where each service stood when it was last written, and on each day before: what the dashboard reads in place of working it out. */
import { type Kysely, type Migration, sql } from 'kysely';

// Dates are compared byte by byte: by the rules of a language it takes several times as long.
const STATEMENTS = [
  `create table readiness (
    repository_id bigint primary key,
    computed_at timestamptz not null,
    absent_because text,
    issue_number integer,
    is_ready boolean not null,
    grade text,
    score integer,
    done integer not null,
    verified integer not null,
    waived integer not null,
    stale integer not null,
    open integer not null,
    unknown integer not null,
    not_applicable integer not null,
    required integer not null,
    blockers json not null,
    blocker_count integer not null,
    open_secrets integer not null,
    risk text,
    launch_on text collate "C",
    launched_on text collate "C",
    champion text,
    forecast_from text collate "C",
    forecast_to text collate "C",
    forecast_unclear text,
    at_risk_from text collate "C"
  )`,
  `create table snapshot (
    repository_id bigint not null,
    day text collate "C" not null,
    score integer,
    met integer not null,
    applicable integer not null,
    required integer not null,
    waived integer not null,
    stale integer not null,
    blockers integer not null,
    open_secrets integer not null,
    launch_on text collate "C",
    primary key (repository_id, day) include (score)
  )`,
  // Sums over an organisation on a day, and what is older than is kept.
  `create index snapshot_day on snapshot (day, repository_id) include (open_secrets)`,
  `create index journal_actor on journal (lower(actor), seq)`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
export default migration;
