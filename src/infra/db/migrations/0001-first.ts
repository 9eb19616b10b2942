/** The first tables: who installed us, what arrived, what is to be done, what was decided, what was written to GitHub. */
import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  `create table installation (
    id bigint primary key,
    account text not null,
    account_type text not null,
    permissions json not null,
    events json not null,
    suspended_at timestamptz,
    removed_at timestamptz
  )`,
  `create table repository (
    id bigint primary key,
    installation_id bigint not null,
    owner text not null,
    name text not null,
    private boolean not null,
    fork boolean not null,
    archived boolean not null,
    has_issues boolean not null,
    default_branch text,
    removed_at timestamptz
  )`,
  `create index repository_installation on repository (installation_id)`,

  `create table delivery (
    guid text primary key,
    event text not null,
    action text,
    installation_id bigint,
    repository_id bigint,
    received_at timestamptz not null,
    payload text
  )`,
  `create index delivery_received on delivery (received_at)`,
  `create index delivery_payload on delivery (received_at) where payload is not null`,

  `create table job (
    id bigint generated always as identity primary key,
    delivery_guid text,
    handler text not null,
    subject text not null,
    installation_id bigint,
    key text,
    data json not null,
    state text not null default 'pending' check (state in ('pending', 'running', 'done', 'parked')),
    attempts integer not null default 0,
    every_ms bigint,
    last_error text,
    worker text,
    run_at timestamptz not null,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz
  )`,
  // The rule "never two jobs of one subject at once" is the database's, so it holds between processes as well.
  `create unique index job_one_running on job (subject) where state = 'running'`,
  `create unique index job_waiting_key on job (key) where state = 'pending' and key is not null`,
  // In the order in which jobs are taken, so that the head of a long line is found without sorting the line.
  `create index job_line on job (subject, (started_at is null), id) where state = 'pending'`,
  `create index job_open on job (state, run_at) where state <> 'done'`,
  `create index job_delivery on job (delivery_guid)`,
  `create index job_finished on job (finished_at) where state = 'done'`,

  `create table journal (
    seq bigint primary key,
    at timestamptz not null,
    actor text not null,
    repository_id bigint,
    subject text not null,
    kind text not null,
    data jsonb not null,
    previous_hash text not null,
    hash text not null
  )`,
  `create index journal_repository on journal (repository_id, seq)`,
  `create function journal_is_append_only() returns trigger language plpgsql as $$
    begin
      raise exception 'The journal is append-only';
    end
  $$`,
  `create trigger journal_rows before update or delete on journal
    for each row execute function journal_is_append_only()`,
  `create trigger journal_whole before truncate on journal
    for each statement execute function journal_is_append_only()`,

  `create table effect (
    key text primary key,
    intended_at timestamptz not null,
    done_at timestamptz,
    result json
  )`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
export default migration;
