/** The services that reports and programs read: for a person what they see, for the organisation all of it; by id, in pages. */
import { type RawBuilder, sql } from 'kysely';
import type { RiskLevel } from '../../../core/risk.js';
import type { Letter } from '../../../domain/checklist/index.js';
import type { ReportedService } from '../../../domain/reports/service.js';
import type { Db } from '../database.js';
import { forecastOf, readinessOf, type StoredReadiness } from '../readiness.js';
import type { SnapshotTable } from '../readiness-tables.js';
import { storable } from '../json.js';
import { snapshotOf } from '../snapshots.js';
import { isAtRisk, isWeekAgo } from './line.js';
import { oursIn, type Seer, seenIn } from './seen.js';

export interface ReportScope {
  readonly installationId: number;
  /** Null: for the organisation itself, whose owners decide who reads it. */
  readonly seer: Seer | null;
}

/** All have to hold; what is undefined asks for nothing. */
export interface ReportFilter {
  readonly ids?: readonly number[] | undefined;
  /** Part of the name, in any case. */
  readonly search?: string | undefined;
  readonly grade?: Letter | undefined;
  readonly risk?: RiskLevel | 'UNKNOWN' | undefined;
  /** Login, in any case. */
  readonly champion?: string | undefined;
  readonly isReady?: boolean | undefined;
  readonly isAtRisk?: boolean | undefined;
  readonly hasLaunched?: boolean | undefined;
  /** Calendar dates, both included. */
  readonly launchFrom?: string | undefined;
  readonly launchTo?: string | undefined;
}

/** Of one page, by id. */
export interface ReportPage {
  /** Of the last service of the page before; 0 begins. */
  readonly after: number;
  readonly limit: number;
}

/** A statement a page. */
const PAGE = 500;

/** @param today calendar date */
export async function readServices(
  db: Db,
  scope: ReportScope,
  filter: ReportFilter,
  { after, limit }: ReportPage,
  today: string,
): Promise<readonly ReportedService[]> {
  const { seer, installationId } = scope;
  const from = seer === null ? oursIn(installationId) : seenIn(seer, installationId);
  const { rows } = await sql<Row>`
    select repository.owner, repository.name, repository.private, readiness.*, earlier.week_ago
    from ${from} join readiness on readiness.repository_id = repository.id
    left join lateral (
      select to_json(snapshot) as week_ago from snapshot
      where snapshot.repository_id = repository.id
        and ${isWeekAgo(today)}
      order by day desc limit 1
    ) as earlier on true
    where not repository.archived and repository.id > ${after}
      and ${sql.join([...conditions(filter, today)], sql` and `)}
    order by repository.id limit ${limit}`.execute(db);
  return rows.map((row) => serviceOf(row, today));
}

/** All of them, page after page, for as long as somebody reads. */
export async function* eachService(
  db: Db,
  scope: ReportScope,
  filter: ReportFilter,
  today: string,
): AsyncGenerator<ReportedService, void, undefined> {
  for (let after = 0; ; ) {
    const services = await readServices(db, scope, filter, { after, limit: PAGE }, today);
    yield* services;
    const last = services.at(-1);
    if (last === undefined || services.length < PAGE) return;
    after = last.id;
  }
}

/** What a badge shows; null where the repository is not ours any more, or nothing is known of it. */
export async function findBadgeFacts(
  db: Db,
  repositoryId: number,
): Promise<{ readonly grade: Letter | null; readonly isReady: boolean } | null> {
  const row = await db
    .selectFrom('repository')
    .innerJoin('readiness', 'readiness.repository_id', 'repository.id')
    .innerJoin('installation', 'installation.id', 'repository.installation_id')
    .select(['grade', 'is_ready'])
    .where('repository.id', '=', repositoryId)
    .where('repository.removed_at', 'is', null)
    .where('installation.removed_at', 'is', null)
    .where('suspended_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { grade: row.grade, isReady: row.is_ready };
}

interface Row extends StoredReadiness {
  readonly owner: string;
  readonly name: string;
  readonly private: boolean;
  readonly week_ago: SnapshotTable | null;
}

function* conditions(filter: ReportFilter, today: string): Generator<RawBuilder<boolean>> {
  yield sql<boolean>`true`;
  if (filter.ids !== undefined) yield sql<boolean>`repository.id = any(${[...filter.ids]}::bigint[])`;
  if (filter.search) yield sql<boolean>`strpos(lower(repository.name), lower(${storable(filter.search)})) > 0`;
  if (filter.grade !== undefined) yield sql<boolean>`grade = ${filter.grade}`;
  if (filter.risk === 'UNKNOWN') yield sql<boolean>`risk is null`;
  else if (filter.risk !== undefined) yield sql<boolean>`risk = ${filter.risk}`;
  if (filter.champion !== undefined) yield sql<boolean>`lower(champion) = lower(${storable(filter.champion)})`;
  if (filter.isReady !== undefined) yield sql<boolean>`is_ready = ${filter.isReady}`;
  if (filter.isAtRisk !== undefined) yield sql<boolean>`${isAtRisk(today)} = ${filter.isAtRisk}`;
  if (filter.hasLaunched !== undefined) yield sql<boolean>`(launched_on is not null) = ${filter.hasLaunched}`;
  if (filter.launchFrom !== undefined) yield sql<boolean>`launch_on >= ${filter.launchFrom}`;
  if (filter.launchTo !== undefined) yield sql<boolean>`launch_on <= ${filter.launchTo}`;
}

function serviceOf(row: Row, today: string): ReportedService {
  return {
    id: row.repository_id,
    owner: row.owner,
    name: row.name,
    isPrivate: row.private,
    readiness: readinessOf(row),
    forecast: forecastOf(row),
    isAtRisk: row.at_risk_from !== null && row.at_risk_from <= today,
    weekAgo: row.week_ago === null ? null : snapshotOf(row.week_ago),
  };
}
