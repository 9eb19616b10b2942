/** One repository as the pages list it. */
import { type RawBuilder, sql } from 'kysely';
import type { Forecast } from '../../../domain/outlook/forecast.js';
import type { Readiness } from '../../../domain/outlook/readiness.js';
import type { Db } from '../database.js';
import { forecastOf, readinessOf, type StoredReadiness } from '../readiness.js';

export interface RepositoryLine {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly readiness: Readiness;
  /** Null when nothing is in the way. */
  readonly forecast: Forecast | null;
  readonly isAtRisk: boolean;
  /** The last score of each of the last 8 weeks, oldest first, the week that ends today last; null where none is known. */
  readonly trend: readonly (number | null)[];
}

const WEEKS = 8;

/** A row of `LINE`. */
export interface LineRow extends StoredReadiness {
  readonly owner: string;
  readonly name: string;
  readonly private: boolean;
}

/** Expects `readiness` in the query. @param today calendar date */
export const isAtRisk = (today: string): RawBuilder<boolean> => sql<boolean>`coalesce(at_risk_from <= ${today}, false)`;

/** A calendar date so many days after another, before it when negative; worked out once a statement. */
export const daysFrom = (date: string, days: number): RawBuilder<string> =>
  sql<string>`(select to_char(${date}::date + ${days}::int, 'YYYY-MM-DD'))`;

/** Of a snapshot that is 7 to 13 days old: what changed since last week is told against the newest of these. */
export const isWeekAgo = (today: string): RawBuilder<boolean> =>
  sql<boolean>`(day > ${daysFrom(today, -14)} and day <= ${daysFrom(today, -7)})`;

/** What a line is made of; expects `repository` and `readiness` in the query. */
export const LINE = sql`repository.owner, repository.name, repository.private, readiness.*`;

/** One query for all of them. @param rows of `LINE` */
export async function linesOf(db: Db, rows: readonly LineRow[], today: string): Promise<readonly RepositoryLine[]> {
  const trends = await trendsOf(
    db,
    rows.map(({ repository_id }) => repository_id),
    today,
  );
  return rows.map((row) => ({
    id: row.repository_id,
    owner: row.owner,
    name: row.name,
    isPrivate: row.private,
    readiness: readinessOf(row),
    forecast: forecastOf(row),
    isAtRisk: row.at_risk_from !== null && row.at_risk_from <= today,
    trend: trends.get(row.repository_id) ?? new Array<number | null>(WEEKS).fill(null),
  }));
}

async function trendsOf(
  db: Db,
  ids: readonly number[],
  today: string,
): Promise<ReadonlyMap<number, (number | null)[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: number; weeks_ago: number; score: number | null }>`
    select distinct on (repository_id, weeks_ago) repository_id as id, weeks_ago, score
    from (
      select repository_id, day, score, (${today}::date - day::date) / 7 as weeks_ago
      from snapshot
      where repository_id = any(${ids}::bigint[])
        and day > ${daysFrom(today, -7 * WEEKS)} and day <= ${today}
    ) as known
    order by repository_id, weeks_ago, day desc`.execute(db);
  const trends = new Map(ids.map((id) => [id, new Array<number | null>(WEEKS).fill(null)]));
  for (const { id, weeks_ago, score } of rows) trends.get(id)?.splice(WEEKS - 1 - weeks_ago, 1, score);
  return trends;
}
