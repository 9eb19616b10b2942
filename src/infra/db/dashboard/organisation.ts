/** The repositories of an organisation that a person sees: filtered, sorted, a page of them, and what all of them add up to. */
import { type RawBuilder, sql } from 'kysely';
import { RISK_LEVELS } from '../../../core/risk.js';
import type { Letter } from '../../../domain/checklist/index.js';
import type { ListQuery } from '../../../domain/outlook/list-query.js';
import type { Db } from '../database.js';
import { storable } from '../json.js';
import { daysFrom, isAtRisk, LINE, type LineRow, linesOf, type RepositoryLine } from './line.js';
import { type Seer, seenIn } from './seen.js';

/** Over all repositories that match the query, on whichever page. */
export interface Totals {
  readonly repositories: number;
  /** Only letters that somebody has; without those that have no grade. */
  readonly byGrade: ReadonlyMap<Letter, number>;
  readonly ungraded: number;
  readonly ready: number;
  readonly launched: number;
  readonly atRisk: number;
  /** Planned for the next 30 days, today included, and not launched. */
  readonly launchingSoon: number;
  readonly openSecrets: number;
  /** The oldest figures among them; null when there are none. */
  readonly oldestComputedAt: Date | null;
}

export interface RepositoryList {
  readonly lines: readonly RepositoryLine[];
  /** Which page it is: the last one where the query names one behind it. */
  readonly page: number;
  readonly totals: Totals;
  /** Seen, whatever the query, with those that are pending; archived ones are not listed. 0: there is nothing to list yet. */
  readonly all: number;
  /** Seen, and without figures yet: their issue is being opened. */
  readonly pending: number;
  /** Logins of all champions, in alphabetical order, to choose from; 200 at most. */
  readonly champions: readonly string[];
}

/** Repositories of a page. */
export const PAGE_SIZE = 50;

/** A launch within so many days is soon. */
const SOON = 30;

const MOST_CHAMPIONS = 200;

/** Three statements, however many there are. @param today calendar date */
export async function listRepositories(
  db: Db,
  seer: Seer,
  installationId: number,
  query: ListQuery,
  today: string,
): Promise<RepositoryList> {
  // Few and narrow columns, read once: with whole rows this would not stay in memory.
  const { rows } = await sql<Overview>`
    with seen as materialized (
      select repository.id, repository.name collate "C" as name, champion, grade, is_ready, launch_on, launched_on, open_secrets,
        computed_at, ${isAtRisk(today)} as is_at_risk, readiness.repository_id is not null as is_known,
        ${matches(query, today)} as is_wanted, ${PLACES[query.sort]} as place
      from ${seenIn(seer, installationId)} left join readiness on readiness.repository_id = repository.id
      where not repository.archived
    )
    select
      (select coalesce(json_agg(alike), '[]') from (${groups(today)}) as alike) as groups,
      (select coalesce(json_agg(champion), '[]') from (
        select champion from seen where champion is not null group by champion order by champion limit ${MOST_CHAMPIONS}
      ) as known) as champions,
      (select coalesce(json_agg(id), '[]') from (
        select id from seen where is_wanted
        order by place ${query.descending ? sql`desc` : sql`asc`} nulls last, name, id
        limit ${PAGE_SIZE} offset ${(query.page - 1) * PAGE_SIZE}
      ) as listed) as ids`.execute(db);
  const [overview] = rows;
  if (overview === undefined) throw new TypeError('A select without from has one row');
  const { groups: alike, champions, ids } = overview;
  const totals = totalsOf(alike);
  const last = Math.max(1, Math.ceil(totals.repositories / PAGE_SIZE));
  if (query.page > last) return listRepositories(db, seer, installationId, { ...query, page: last }, today);
  const sum = (figure: 'all' | 'pending') => alike.reduce((total, group) => total + group[figure], 0);
  const lines = await linesByIds(db, ids, today);
  return { lines, page: query.page, totals, all: sum('all'), pending: sum('pending'), champions };
}

interface Overview {
  readonly groups: readonly Group[];
  readonly champions: readonly string[];
  readonly ids: readonly number[];
}

/** Repositories with the same grade: how many there are, and figures of those that match. */
interface Group {
  readonly grade: Letter | null;
  readonly all: number;
  readonly pending: number;
  readonly repositories: number;
  readonly ready: number;
  readonly launched: number;
  readonly atRisk: number;
  readonly launchingSoon: number;
  readonly openSecrets: number;
  /** ISO 8601 instant; null where none matches. */
  readonly oldestComputedAt: string | null;
}

const groups = (today: string): RawBuilder<unknown> => sql`
  select grade, count(*) as all, count(*) filter (where not is_known) as pending,
    count(*) filter (where is_wanted) as repositories,
    count(*) filter (where is_wanted and is_ready) as ready,
    count(*) filter (where is_wanted and launched_on is not null) as launched,
    count(*) filter (where is_wanted and is_at_risk) as "atRisk",
    count(*) filter (where is_wanted and launched_on is null
      and launch_on between ${today} and ${daysFrom(today, SOON)}) as "launchingSoon",
    coalesce(sum(open_secrets) filter (where is_wanted), 0) as "openSecrets",
    min(computed_at) filter (where is_wanted) as "oldestComputedAt"
  from seen group by grade`;

function totalsOf(alike: readonly Group[]): Totals {
  const sum = (figure: Exclude<keyof Group, 'grade' | 'oldestComputedAt'>) =>
    alike.reduce((total, group) => total + group[figure], 0);
  const wanted = alike.filter(({ repositories }) => repositories > 0);
  const times = alike.flatMap(({ oldestComputedAt: at }) => (at === null ? [] : [Date.parse(at)]));
  return {
    repositories: sum('repositories'),
    byGrade: new Map(
      wanted.flatMap(({ grade, repositories }): [Letter, number][] => (grade === null ? [] : [[grade, repositories]])),
    ),
    ungraded: alike.find(({ grade }) => grade === null)?.repositories ?? 0,
    ready: sum('ready'),
    launched: sum('launched'),
    atRisk: sum('atRisk'),
    launchingSoon: sum('launchingSoon'),
    openSecrets: sum('openSecrets'),
    oldestComputedAt: times.length === 0 ? null : new Date(Math.min(...times)),
  };
}

const STATES: Readonly<Record<NonNullable<ListQuery['state']>, (today: string) => RawBuilder<boolean>>> = {
  ready: () => sql`is_ready`,
  'not-ready': () => sql`not is_ready`,
  launched: () => sql`launched_on is not null`,
  'at-risk': isAtRisk,
};

function matches({ search, grade, risk, state, champion }: ListQuery, today: string): RawBuilder<boolean> {
  const wanted = [
    sql`readiness.repository_id is not null`,
    ...(search === '' ? [] : [sql`strpos(lower(name collate "C"), lower(${storable(search)} collate "C")) > 0`]),
    ...(grade === null ? [] : [sql`grade = ${grade}`]),
    ...(risk === null ? [] : [risk === 'UNKNOWN' ? sql`risk is null` : sql`risk = ${risk}`]),
    ...(state === null ? [] : [STATES[state](today)]),
    ...(champion === null ? [] : [sql`lower(champion) = lower(${storable(champion)})`]),
  ];
  return sql<boolean>`${sql.join(wanted, sql` and `)}`;
}

/** What each order goes by, from a better or an earlier one on; what has none comes last, whichever way it goes. */
const PLACES: Readonly<Record<ListQuery['sort'], RawBuilder<unknown>>> = {
  // What is launched already nobody waits for.
  launch: sql`case when launched_on is null then launch_on end`,
  // Of GitHub's letters, digits and signs, which no language orders otherwise.
  name: sql`lower(name collate "C")`,
  grade: sql`-score`,
  risk: sql`array_position(${[...RISK_LEVELS]}::text[], risk)`,
  blockers: sql`blocker_count`,
  progress: sql`(done + verified)::float8 / nullif(done + verified + waived + stale + open + unknown, 0)`,
  secrets: sql`open_secrets`,
};

async function linesByIds(db: Db, ids: readonly number[], today: string): Promise<readonly RepositoryLine[]> {
  const { rows } = await sql<LineRow>`
    select ${LINE} from repository join readiness on readiness.repository_id = repository.id
    where repository.id = any(${ids}::bigint[])
    order by array_position(${ids}::bigint[], repository.id)`.execute(db);
  return linesOf(db, rows, today);
}
