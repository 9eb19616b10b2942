/** Where each service stands and stood: one row a repository, and one a repository and day. */
import { type Selectable, sql } from 'kysely';
import type { Forecast } from '../../domain/outlook/forecast.js';
import type { Readiness } from '../../domain/outlook/readiness.js';
import type { Snapshot } from '../../domain/outlook/snapshot.js';
import { type Db, inTransaction } from './database.js';
import type { ReadinessTable } from './readiness-tables.js';
import { saveSnapshots } from './snapshots.js';

export type StoredReadiness = Selectable<ReadinessTable>;

/** All that is kept of one look at a service. */
export interface Look {
  readonly readiness: Readiness;
  readonly forecast: Forecast | null;
  /** Calendar date; null when the launch is not at risk, or there is none. */
  readonly atRiskFrom: string | null;
  /** Of the day of the look; an earlier one of that day is replaced. */
  readonly snapshot: Snapshot;
}

/** False, and nothing is changed, when a look is on record that began later. */
export function saveLook(db: Db, repositoryId: number, look: Look): Promise<boolean> {
  const { readiness, snapshot } = look;
  return inTransaction(db, async (trx) => {
    const columns = columnsOf(look);
    const kept = await trx
      .insertInto('readiness')
      .values({ repository_id: repositoryId, ...columns })
      .onConflict((conflict) =>
        conflict
          .column('repository_id')
          .doUpdateSet(columns)
          .where('readiness.computed_at', '<=', readiness.computedAt),
      )
      .returning('repository_id')
      .executeTakeFirst();
    if (kept === undefined) return false;
    await saveSnapshots(trx, repositoryId, [snapshot]);
    return true;
  });
}

function columnsOf({ readiness, forecast, atRiskFrom }: Look) {
  const range = forecast?.kind === 'range' ? forecast : null;
  return {
    computed_at: readiness.computedAt,
    absent_because: readiness.absentBecause,
    issue_number: readiness.issueNumber,
    is_ready: readiness.isReady,
    grade: readiness.grade,
    score: readiness.score,
    done: readiness.done,
    verified: readiness.verified,
    waived: readiness.waived,
    stale: readiness.stale,
    open: readiness.open,
    unknown: readiness.unknown,
    not_applicable: readiness.notApplicable,
    required: readiness.required,
    blockers: JSON.stringify(readiness.blockers),
    blocker_count: readiness.blockerCount,
    open_secrets: readiness.openSecrets,
    risk: readiness.risk,
    launch_on: readiness.launchOn,
    launched_on: readiness.launchedOn,
    champion: readiness.champion,
    forecast_from: range?.from ?? null,
    forecast_to: range?.to ?? null,
    forecast_unclear: forecast?.kind === 'unclear' ? forecast.because : null,
    at_risk_from: atRiskFrom,
  };
}

/** They are not ours any more: nothing of them is shown. Their past is kept for the day they come back. */
export async function forgetReadiness(db: Db, repositoryIds: readonly number[]): Promise<void> {
  if (repositoryIds.length === 0) return;
  await db
    .deleteFrom('readiness')
    .where(sql<boolean>`repository_id = any(${[...repositoryIds]}::bigint[])`)
    .execute();
}

/** What a look that ended after the removal brought back. */
export async function forgetRemoved(db: Db): Promise<void> {
  await sql`delete from readiness using repository
    where repository.id = readiness.repository_id and repository.removed_at is not null`.execute(db);
}

/** A row as it was kept. */
export function readinessOf(row: StoredReadiness): Readiness {
  return {
    computedAt: row.computed_at,
    absentBecause: row.absent_because,
    issueNumber: row.issue_number,
    isReady: row.is_ready,
    grade: row.grade,
    score: row.score,
    done: row.done,
    verified: row.verified,
    waived: row.waived,
    stale: row.stale,
    open: row.open,
    unknown: row.unknown,
    notApplicable: row.not_applicable,
    required: row.required,
    blockers: row.blockers,
    blockerCount: row.blocker_count,
    openSecrets: row.open_secrets,
    risk: row.risk,
    launchOn: row.launch_on,
    launchedOn: row.launched_on,
    champion: row.champion,
  };
}

/** The forecast of a row as it was kept. */
export function forecastOf(
  row: Pick<StoredReadiness, 'forecast_from' | 'forecast_to' | 'forecast_unclear'>,
): Forecast | null {
  const { forecast_from: from, forecast_to: to, forecast_unclear: because } = row;
  if (from !== null && to !== null) return { kind: 'range', from, to };
  return because === null ? null : { kind: 'unclear', because };
}
