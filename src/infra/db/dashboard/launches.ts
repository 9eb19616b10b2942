/** What launches when: at risk first, then by date, each with where it stood a week ago. */
import { sql } from 'kysely';
import type { Snapshot } from '../../../domain/outlook/snapshot.js';
import type { Db } from '../database.js';
import { snapshotOf, type StoredSnapshot } from '../snapshots.js';
import { daysFrom, isAtRisk, isWeekAgo, LINE, type LineRow, linesOf, type RepositoryLine } from './line.js';
import { type Seer, seenIn } from './seen.js';

export interface Launch extends RepositoryLine {
  /** The newest snapshot that is 7 to 13 days old; for `changedSince`. */
  readonly weekAgo: Snapshot | null;
}

export interface LaunchList {
  /** With a date and not launched: at risk first, then by date; 500 at most. */
  readonly planned: readonly Launch[];
  readonly plannedCount: number;
  /** Launched in the last 30 days, newest first; 100 at most. */
  readonly launched: readonly Launch[];
  /** Seen, not launched, without a date. */
  readonly undated: number;
  /** The oldest figures among all of them; null when there are none. */
  readonly oldestComputedAt: Date | null;
}

const MOST_PLANNED = 500;
const MOST_LAUNCHED = 100;
const LATELY = 30;

/** @param today calendar date */
export async function listLaunches(db: Db, seer: Seer, installationId: number, today: string): Promise<LaunchList> {
  const from = sql`from ${seenIn(seer, installationId)} join readiness on readiness.repository_id = repository.id
    where not repository.archived`;
  const { rows: planned } = await sql<LineRow>`
    select ${LINE} ${from} and launch_on is not null and launched_on is null
    order by ${isAtRisk(today)} desc, launch_on, lower(name), id limit ${MOST_PLANNED}`.execute(db);
  const { rows: launched } = await sql<LineRow>`
    select ${LINE} ${from} and launched_on > ${daysFrom(today, -LATELY)}
    order by launched_on desc, lower(name), id limit ${MOST_LAUNCHED}`.execute(db);
  const { rows: counted } = await sql<Pick<LaunchList, 'plannedCount' | 'undated' | 'oldestComputedAt'>>`
    select count(*) filter (where launch_on is not null)::int as "plannedCount",
      count(*) filter (where launch_on is null)::int as undated, min(computed_at) as "oldestComputedAt"
    ${from} and launched_on is null`.execute(db);
  const weekAgo = await weekAgoOf(
    db,
    [...planned, ...launched].map(({ repository_id }) => repository_id),
    today,
  );
  const launches = async (some: readonly LineRow[]) =>
    (await linesOf(db, some, today)).map((line) => ({ ...line, weekAgo: weekAgo.get(line.id) ?? null }));
  const { plannedCount = 0, undated = 0, oldestComputedAt = null } = counted[0] ?? {};
  return {
    planned: await launches(planned),
    plannedCount,
    launched: await launches(launched),
    undated,
    oldestComputedAt,
  };
}

async function weekAgoOf(db: Db, ids: readonly number[], today: string): Promise<ReadonlyMap<number, Snapshot>> {
  const { rows } = await sql<StoredSnapshot>`
    select distinct on (repository_id) * from snapshot
    where repository_id = any(${ids}::bigint[]) and ${isWeekAgo(today)}
    order by repository_id, day desc`.execute(db);
  return new Map(rows.map((row) => [row.repository_id, snapshotOf(row)]));
}
