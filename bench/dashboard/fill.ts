/** Fills a database with an organisation of 10,000 services: 50 items each, weeks of snapshots, findings, waivers and a journal. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../src/infra/db/database.js';
import { appendJournal } from '../../src/infra/db/journal.js';

export interface Size {
  readonly repositories: number;
  /** Days of history, today included. */
  readonly days: number;
}

export const INSTALLATION = 3;
export const ORGANISATION = 'harbour';
/** Owner of the organisation, who sees all of it. */
export const VIEWER = { userId: 1, login: 'octocat' };

const ITEMS = 50;

/** From 0 to below 1: the same for the same repository in every run, on every engine. */
const chance = (of: string): RawBuilder<number> =>
  sql<number>`(('x' || substr(md5(${sql.lit(of)} || ':' || id), 1, 7))::bit(28)::int / 268435456.0)`;

/** @param today calendar date */
export async function fill(db: Db, { repositories, days }: Size, today: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await repositoriesAndPeople(trx, repositories);
    await plans(trx, repositories);
    await snapshots(trx, days, today);
    await readiness(trx, today);
    await items(trx, today);
    await findings(trx, today);
    await waivers(trx, today);
    await journal(trx, repositories, today);
  });
  await sql`vacuum analyze`.execute(db);
}

async function repositoriesAndPeople(db: Db, repositories: number): Promise<void> {
  await sql`
    insert into installation (id, account, account_type, permissions, events)
    values (${INSTALLATION}, ${ORGANISATION}, 'Organization', '{}', '[]')`.execute(db);
  await sql`
    insert into repository (id, installation_id, owner, name, private, fork, archived, has_issues, default_branch)
    select id, ${INSTALLATION}, ${ORGANISATION},
      (array['payments', 'search', 'login', 'mail', 'maps', 'billing', 'images', 'events'])[1 + id % 8] || '-service-' || id,
      ${chance('private')} < 0.7, false, false, true, 'main'
    from generate_series(1, ${repositories}::int) id`.execute(db);
  await sql`
    insert into baseline (repository_id, issue_number, issue_node_id, updated_at)
    select id, 1, 'I_' || id, now() from repository`.execute(db);
  await sql`insert into viewer (user_id, login, checked_at) values (${VIEWER.userId}, ${VIEWER.login}, now())`.execute(
    db,
  );
  await sql`
    insert into viewer_installation (user_id, installation_id, seat)
    values (${VIEWER.userId}, ${INSTALLATION}, 'owner')`.execute(db);
  await sql`
    insert into viewer_repository (user_id, repository_id, permission)
    select ${VIEWER.userId}, id, 'admin' from repository`.execute(db);
}

/** How each service goes: where it began, its weekly progress (some have none), and the week in which some of it was lost again. */
async function plans(db: Db, repositories: number): Promise<void> {
  await sql`
    create temporary table plan on commit drop as
    select id::bigint, 44 + (6 * ${chance('applicable')})::int as applicable, 18 + (10 * ${chance('required')})::int as required,
      0.1 + 0.5 * ${chance('start')} as start,
      case when ${chance('stalled')} < 0.15 then 0 else 0.005 + 0.07 * ${chance('pace')} end as pace,
      case when ${chance('regress')} < 0.15 then 1 + (5 * ${chance('when')})::int else 0 end as lost_weeks_ago,
      case when ${chance('leaks')} < 0.1 then 1 + (4 * ${chance('leak')})::int else 0 end as secrets,
      case when ${chance('dated')} < 0.6 then (180 * ${chance('launch')})::int - 20 end as launch_in
    from generate_series(1, ${repositories}::int) id`.execute(db);
}

const clamp = (value: RawBuilder<unknown>): RawBuilder<unknown> => sql`greatest(0, least(1, ${value}))`;

/** What is done, by share, so many days ago. */
const shareOf = (days: number): RawBuilder<unknown> =>
  clamp(sql`start + pace * (${days}::int - ago) / 7 - case when ago < 7 * lost_weeks_ago then 0.06 else 0 end`);

async function snapshots(db: Db, days: number, today: string): Promise<void> {
  await sql`
    insert into snapshot (repository_id, day, score, met, applicable, required, waived, stale, blockers, open_secrets, launch_on)
    select id, to_char(${today}::date - ago, 'YYYY-MM-DD'), 5 * round(20 * share)::int, floor(applicable * share), applicable,
      required, least(2, applicable - floor(applicable * share)), case when ago < 7 * lost_weeks_ago then 2 else 0 end,
      ceil(required * (1 - share)), case when ago < 30 then secrets else secrets / 2 end,
      to_char(${today}::date + launch_in, 'YYYY-MM-DD')
    from (
      select plan.*, ago, ${shareOf(days)} as share from plan, generate_series(0, ${days}::int - 1) ago order by ago desc, id
    ) as day`.execute(db);
}

async function readiness(db: Db, today: string): Promise<void> {
  await sql`
    insert into readiness (repository_id, computed_at, issue_number, is_ready, grade, score, done, verified, waived, stale, open,
      unknown, not_applicable, required, blockers, blocker_count, open_secrets, risk, launch_on, launched_on, champion,
      forecast_from, forecast_to, forecast_unclear, at_risk_from)
    select id, ${today}::timestamptz, 1, blockers = 0,
      case when score >= 100 then 'A+' when score >= 90 then 'A' when score >= 80 then 'B+' when score >= 70 then 'B'
        when score >= 60 then 'C+' when score >= 50 then 'C' when score >= 30 then 'D' else 'F' end,
      score, met - met / 3, met / 3, waived, stale, plan.applicable - met - waived - stale, 0, ${ITEMS} - plan.applicable,
      plan.required, (
        select coalesce(json_agg(json_build_object('itemId', 'item-' || n, 'text', 'Something that the launch asks for')), '[]')
        from generate_series(1, least(5, blockers)) n
      ), blockers, open_secrets,
      (array['LOW', 'MEDIUM', 'HIGH', 'MAXIMUM', null])[1 + (4.99 * ${chance('risk')})::int % 5],
      launch_on, case when launch_in < 0 and ${chance('launched')} < 0.8 then launch_on end,
      'person-' || (${chance('champion')} * 150)::int,
      ${forecastDay(today, sql`1.3`)}, ${forecastDay(today, sql`0.8`)},
      case when blockers > 0 and pace = 0 then 'There is no pace to go by: as many are in the way as 42 days ago.' end,
      case when blockers > 0 and launch_in > 0 then to_char(${today}::date + launch_in - 30, 'YYYY-MM-DD') end
    from plan join snapshot on snapshot.repository_id = plan.id and snapshot.day = ${today}`.execute(db);
}

const forecastDay = (today: string, hurry: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  case when blockers > 0 and pace > 0
    then to_char(${today}::date + (7 * blockers / (plan.required * pace * ${hurry}))::int, 'YYYY-MM-DD') end`;

async function items(db: Db, today: string): Promise<void> {
  await sql`
    insert into item (repository_id, item_id, state, updated_at)
    select plan.id, 'item-' || n, json_build_object('kind', case when n <= met then 'done' else 'open' end,
      'by', 'person-' || n % 9, 'at', ${`${today}T00:00:00.000Z`}::text), ${today}::timestamptz
    from plan join snapshot on snapshot.repository_id = plan.id and snapshot.day = ${today},
      generate_series(1, ${ITEMS}::int) n`.execute(db);
}

async function findings(db: Db, today: string): Promise<void> {
  await sql`
    insert into finding (repository_id, fingerprint, rule_id, title, severity, confidence, preview, found_at, path, line, commit_sha)
    select plan.id, md5(plan.id || ':' || n) || md5(n || ':' || plan.id), 'kind-' || n, 'Token of service ' || n, 'HIGH', 'high', 'tok…' || n,
      ${today}::timestamptz - make_interval(days => (200 * ${chance('age')})::int + n), 'config/settings.ts', n, md5(plan.id || '')
    from plan, generate_series(1, secrets) n`.execute(db);
}

async function waivers(db: Db, today: string): Promise<void> {
  await sql`
    insert into waiver (repository_id, item_id, requested_by, requested_at, until, reason, approvals, state)
    select id, 'item-50', 'person-1', ${today}::timestamptz - interval '9 days',
      to_char(${today}::date + (90 * ${chance('until')})::int - 10, 'YYYY-MM-DD'), 'The replacement comes with the next release',
      '[]', case when ${chance('until')} < 0.1 then 'ended' when ${chance('asked')} < 0.2 then 'asked' else 'active' end
    from plan where ${chance('waived')} < 0.2`.execute(db);
}

/** With its hashes, so that the chain holds. */
async function journal(db: Db, repositories: number, today: string): Promise<void> {
  const at = new Date(today);
  const kinds = ['item.done', 'item.open', 'service.launch', 'waiver.asked'] as const;
  for (let first = 1; first <= repositories; first += 1_000) {
    const ids = Array.from({ length: Math.min(1_000, repositories - first + 1) }, (_, n) => first + n);
    await appendJournal(
      db,
      ids.map((repositoryId) => ({
        at,
        actor: `person-${repositoryId % 150}`,
        repositoryId,
        subject: `item:item-${repositoryId % ITEMS}`,
        kind: kinds[repositoryId % kinds.length] ?? kinds[0],
        data: { from: 'open', to: 'done' },
      })),
    );
  }
}
