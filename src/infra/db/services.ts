/** What people decided about a service as a whole: risk level, launch, champion, checklists. */
import { type Selectable, sql } from 'kysely';
import type { RiskLevel } from '../../core/risk.js';
import type { Db } from './database.js';
import type { ServiceTable } from './service-tables.js';
import type { Due } from './waivers.js';

export interface ServiceSettings {
  /** Null until somebody says it: UNKNOWN is no level. */
  readonly risk: { readonly level: RiskLevel; readonly because: string; readonly by: string } | null;
  /** Calendar date, `2026-12-15`. */
  readonly launchOn: string | null;
  readonly launchedAt: Date | null;
  /** Login without `@`. */
  readonly champion: string | null;
  /** Names of checklists as `/baseline use` takes them (`web-service`, `open-source@2`); null when nobody chose any. */
  readonly used: readonly string[] | null;
}

export const NOTHING_SAID: ServiceSettings = {
  risk: null,
  launchOn: null,
  launchedAt: null,
  champion: null,
  used: null,
};

/** @param lock who else wants to change them waits until this transaction ends */
export async function findServiceSettings(
  db: Db,
  repositoryId: number,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<ServiceSettings> {
  const row = await db
    .selectFrom('service')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row === undefined ? NOTHING_SAID : settingsOf(row);
}

/** By repository; those of which nobody has said anything are left out. */
export async function serviceSettings(
  db: Db,
  repositoryIds: readonly number[],
): Promise<ReadonlyMap<number, ServiceSettings>> {
  const rows = await db
    .selectFrom('service')
    .selectAll()
    .where(sql<boolean>`repository_id = any(${repositoryIds}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.repository_id, settingsOf(row)]));
}

/** What is said of the service from now on; fields left out stay as they are. */
export async function saveServiceSettings(
  db: Db,
  repositoryId: number,
  now: Date,
  { risk, launchOn, launchedAt, champion, used }: Partial<ServiceSettings>,
): Promise<void> {
  const columns = {
    ...(risk === undefined
      ? {}
      : { risk: risk?.level ?? null, risk_because: risk?.because ?? null, risk_by: risk?.by ?? null }),
    ...(launchOn === undefined ? {} : { launch_on: launchOn }),
    ...(launchedAt === undefined ? {} : { launched_at: launchedAt }),
    ...(champion === undefined ? {} : { champion }),
    ...(used === undefined ? {} : { used: used === null ? null : JSON.stringify(used) }),
    updated_at: now,
  };
  await db
    .insertInto('service')
    .values({ repository_id: repositoryId, ...columns })
    .onConflict((conflict) => conflict.column('repository_id').doUpdateSet(columns))
    .execute();
}

function settingsOf(row: Selectable<ServiceTable>): ServiceSettings {
  return {
    risk: row.risk === null ? null : { level: row.risk, because: row.risk_because ?? '', by: row.risk_by ?? '' },
    launchOn: row.launch_on,
    launchedAt: row.launched_at,
    champion: row.champion,
    used: row.used,
  };
}

/** Repositories whose launch is planned for `since` (a calendar date) or later, by a person or by their own policy. */
export function repositoriesToLaunch(db: Db, since: string): Promise<Due[]> {
  return db
    .selectFrom('repository')
    .leftJoin('service', 'service.repository_id', 'repository.id')
    .leftJoin('policy', (join) =>
      join.onRef('policy.scope_id', '=', 'repository.id').on('policy.scope', '=', 'repository'),
    )
    .select(['repository.id as repositoryId', 'repository.installation_id as installationId'])
    .where('repository.removed_at', 'is', null)
    .where('repository.archived', '=', false)
    .where('service.launched_at', 'is', null)
    .where(sql<boolean>`coalesce(service.launch_on, policy.good ->> 'launch') >= ${since}`)
    .execute();
}
