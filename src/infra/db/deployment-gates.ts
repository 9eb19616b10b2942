/** Deployments that asked for our word: which wait, what they were told last, and which were answered. */
import type { Selectable } from 'kysely';
import type { Db } from './database.js';
import type { DeploymentGateTable } from './service-tables.js';

/** One environment that a workflow run waits for. */
export interface GateKey {
  readonly repositoryId: number;
  readonly runId: number;
  readonly environment: string;
}

export interface DeploymentGate extends GateKey {
  /** What is deployed. */
  readonly sha: string;
  /** Status reports sent. */
  readonly reports: number;
  /** Of the last one; null when there was none. */
  readonly digest: string | null;
  readonly reportedAt: Date | null;
  readonly askedAt: Date;
  /** GitHub asked us by webhook. Of one found by a look it is not known whose word it waits for. */
  readonly isOurs: boolean;
}

export interface Asked extends GateKey {
  /** Null when nobody named it. */
  readonly deploymentId: number | null;
  readonly sha: string;
}

/** Notes that it waits. What is known stays as it is, unless this is another deployment of the same run: it was run again. */
export async function noteGate(db: Db, asked: Asked, now: Date): Promise<void> {
  const fresh = {
    deployment_id: asked.deploymentId,
    sha: asked.sha,
    state: 'waiting' as const,
    reports: 0,
    digest: null,
    reported_at: null,
    asked_at: now,
    answered_at: null,
  };
  await db
    .insertInto('deployment_gate')
    .values({ ...columnsOf(asked), ...fresh })
    .onConflict((conflict) =>
      conflict
        .columns(['repository_id', 'run_id', 'environment'])
        .doUpdateSet(fresh)
        .where('excluded.deployment_id', 'is not', null)
        .whereRef('deployment_gate.deployment_id', 'is distinct from', 'excluded.deployment_id'),
    )
    .execute();
}

/** Of one run, or of all runs of the repository; those that were asked for first come first. */
export async function waitingGates(db: Db, repositoryId: number, runId?: number): Promise<DeploymentGate[]> {
  let select = db
    .selectFrom('deployment_gate')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .where('state', '=', 'waiting');
  if (runId !== undefined) select = select.where('run_id', '=', runId);
  const rows = await select.orderBy('asked_at').orderBy('environment').execute();
  return rows.map(gateOf);
}

export interface AskedGate extends GateKey {
  /** Null while it waits. */
  readonly answeredAt: Date | null;
}

/** Everything that ever asked in this repository, and is not forgotten. */
export async function askedGates(db: Db, repositoryId: number): Promise<AskedGate[]> {
  const rows = await db
    .selectFrom('deployment_gate')
    .select(['run_id', 'environment', 'answered_at'])
    .where('repository_id', '=', repositoryId)
    .execute();
  return rows.map(({ run_id: runId, environment, answered_at: answeredAt }) => ({
    repositoryId,
    runId,
    environment,
    answeredAt,
  }));
}

/** When anybody asked first about this commit; null when nobody did. It was there at that time at the latest. */
export async function firstAsked(db: Db, repositoryId: number, sha: string): Promise<Date | null> {
  const row = await db
    .selectFrom('deployment_gate')
    .select(({ fn }) => fn.min('asked_at').as('at'))
    .where('repository_id', '=', repositoryId)
    .where('sha', '=', sha)
    .executeTakeFirst();
  return row?.at ?? null;
}

export async function saveReport(
  db: Db,
  key: GateKey,
  { reports, digest }: { readonly reports: number; readonly digest: string },
  now: Date,
): Promise<void> {
  await at(db.updateTable('deployment_gate').set({ reports, digest, reported_at: now }), key).execute();
}

/** Nothing waits for our word any more, whoever gave it. */
export async function saveAnswered(db: Db, key: GateKey, now: Date): Promise<void> {
  await at(db.updateTable('deployment_gate').set({ state: 'answered', answered_at: now }), key).execute();
}

/** Nothing is known of it any more: its run is over, or was run again since it was answered. */
export async function forgetGate(db: Db, key: GateKey): Promise<void> {
  await at(db.deleteFrom('deployment_gate'), key).execute();
}

/** Forgets runs that were answered before; the run itself is over by then. */
export async function pruneGates(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('deployment_gate').where('answered_at', '<', before).execute();
}

function at<Query extends { where(column: string, operator: '=', value: unknown): Query }>(
  query: Query,
  key: GateKey,
): Query {
  return Object.entries(columnsOf(key)).reduce((sum, [column, value]) => sum.where(column, '=', value), query);
}

function columnsOf({ repositoryId, runId, environment }: GateKey) {
  return { repository_id: repositoryId, run_id: runId, environment };
}

function gateOf(row: Selectable<DeploymentGateTable>): DeploymentGate {
  const { repository_id: repositoryId, run_id: runId, environment, sha, reports, digest } = row;
  return {
    repositoryId,
    runId,
    environment,
    sha,
    reports,
    digest,
    reportedAt: row.reported_at,
    askedAt: row.asked_at,
    isOurs: row.deployment_id !== null,
  };
}
