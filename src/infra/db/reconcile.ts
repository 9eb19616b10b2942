/** The rounds of the reconciler: how far each installation's is, and what was known of each repository when it was looked at. */
import { type Selectable, sql } from 'kysely';
import type { Db } from './database.js';
import type { RepositoryRow } from './installations.js';
import type { ReconciledRepositoryTable, ReconcileRoundTable } from './recovery-tables.js';

export type Round = Selectable<ReconcileRoundTable>;
export type Reconciled = Selectable<ReconciledRepositoryTable>;

/** The round under way, or the last one. */
export function findRound(db: Db, installationId: number): Promise<Round | undefined> {
  return db.selectFrom('reconcile_round').selectAll().where('installation_id', '=', installationId).executeTakeFirst();
}

/** What was spent within this hour stays spent. */
export async function beginRound(db: Db, installationId: number, now: Date): Promise<Round> {
  const round = { started_at: now, page: 1, repositories: 0, repairs: 0, ended_at: null };
  return db
    .insertInto('reconcile_round')
    .values({ installation_id: installationId, ...round, spent_since: now })
    .onConflict((conflict) => conflict.column('installation_id').doUpdateSet(round))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function endRound(db: Db, installationId: number, now: Date): Promise<void> {
  await db
    .updateTable('reconcile_round')
    .set({ ended_at: now })
    .where('installation_id', '=', installationId)
    .execute();
}

export interface Listed {
  readonly id: number;
  readonly pushedAt: Date | null;
}

/** A page of the list of repositories was read; `next` null at its end. Ids are distinct. */
export async function saveListed(
  trx: Db,
  { installation_id, started_at }: Round,
  listed: readonly Listed[],
  next: number | null,
): Promise<void> {
  if (listed.length > 0)
    await trx
      .insertInto('reconciled_repository')
      .values(
        listed.map(({ id, pushedAt }) => ({
          repository_id: id,
          installation_id,
          listed_at: started_at,
          pushed_at: pushedAt,
        })),
      )
      .onConflict((conflict) =>
        conflict.column('repository_id').doUpdateSet((row) => ({
          installation_id,
          listed_at: started_at,
          pushed_at: row.ref('excluded.pushed_at'),
        })),
      )
      .execute();
  await trx
    .updateTable('reconcile_round')
    .set((row) => ({ page: next, repositories: sql<number>`${row.ref('repositories')} + ${listed.length}` }))
    .where('installation_id', '=', installation_id)
    .execute();
}

/** Counts requests and repairs; the requests anew when `isNewHour`. */
export async function countInRound(
  db: Db,
  installationId: number,
  more: { readonly spent: number; readonly repairs?: number },
  isNewHour: boolean,
  now: Date,
): Promise<void> {
  await db
    .updateTable('reconcile_round')
    .set((row) => ({
      repairs: sql<number>`${row.ref('repairs')} + ${more.repairs ?? 0}`,
      ...(isNewHour
        ? { spent: more.spent, spent_since: now }
        : { spent: sql<number>`${row.ref('spent')} + ${more.spent}` }),
    }))
    .where('installation_id', '=', installationId)
    .execute();
}

/** Repositories that this round has not come to, those pushed to last first, also such as GitHub's list did not name. */
export function dueRepositories(
  db: Db,
  { installation_id, started_at }: Round,
  limit: number,
): Promise<Pick<RepositoryRow, 'id'>[]> {
  return db
    .selectFrom('repository')
    .leftJoin('reconciled_repository as known', 'known.repository_id', 'repository.id')
    .select('repository.id')
    .where('repository.installation_id', '=', installation_id)
    .where('repository.removed_at', 'is', null)
    .where(({ eb, or }) => or([eb('known.asked_at', 'is', null), eb('known.asked_at', '<', started_at)]))
    .orderBy('known.pushed_at', (order) => order.desc().nullsLast())
    .orderBy('repository.id')
    .limit(limit)
    .execute();
}

/** They were put in line. */
export async function markAsked(trx: Db, round: Round, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  const { installation_id } = round;
  await trx
    .insertInto('reconciled_repository')
    // One that came while the list was read: the next round's list has to name it.
    .values(ids.map((id) => ({ repository_id: id, installation_id, listed_at: now, asked_at: now })))
    .onConflict((conflict) => conflict.column('repository_id').doUpdateSet({ asked_at: now }))
    .execute();
}

export function findReconciled(db: Db, repositoryId: number): Promise<Reconciled | undefined> {
  return db
    .selectFrom('reconciled_repository')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .executeTakeFirst();
}

/** What the next look begins from. */
export type Looked = Partial<Pick<Reconciled, 'pulls_etag' | 'activity_id' | 'issue_asked_at' | 'looked_pushed_at'>>;

export async function saveLooked(db: Db, repositoryId: number, looked: Looked, now: Date): Promise<void> {
  await db
    .updateTable('reconciled_repository')
    .set({ ...looked, looked_at: now })
    .where('repository_id', '=', repositoryId)
    .execute();
}

/** Of `shas`, those on which each of `names` was posted. */
export async function shasWithChecks(
  db: Db,
  repositoryId: number,
  shas: readonly string[],
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('check_run')
    .select('head_sha')
    .where('repository_id', '=', repositoryId)
    .where(sql<boolean>`head_sha = any(${shas}::text[])`)
    .where(sql<boolean>`name = any(${names}::text[])`)
    .groupBy('head_sha')
    .having(({ fn }) => fn.count<number>('name').distinct(), '=', names.length)
    .execute();
  return new Set(rows.map(({ head_sha }) => head_sha));
}

/** Of `shas`, those that were looked at, by whichever rules, each with the head that it goes on from. */
export async function judgedShas(
  db: Db,
  repositoryId: number,
  shas: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await db
    .selectFrom('head')
    .select(['sha', 'follows'])
    .where('repository_id', '=', repositoryId)
    .where(sql<boolean>`sha = any(${shas}::text[])`)
    .execute();
  return new Map(rows.map(({ sha, follows }) => [sha, follows]));
}

/** Of `subjects`, those with a job that waits, runs or is parked: what is missing there is known already. */
export async function subjectsInWork(db: Db, subjects: readonly string[]): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set();
  const rows = await db
    .selectFrom('job')
    .select('subject')
    .distinct()
    .where(sql<boolean>`subject = any(${subjects}::text[])`)
    .where('state', '<>', 'done')
    .execute();
  return new Set(rows.map(({ subject }) => subject));
}

export interface Progress {
  readonly installationId: number;
  readonly account: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly repositories: number;
  readonly looked: number;
  readonly repairs: number;
}

/** How far each round is. */
export async function reconcileProgress(db: Db): Promise<Progress[]> {
  const { rows } = await sql<{
    id: number;
    account: string;
    started_at: Date;
    ended_at: Date | null;
    repositories: number;
    looked: number;
    repairs: number;
  }>`
    select round.installation_id as id, installation.account, round.started_at, round.ended_at, round.repositories,
      round.repairs, (select count(*)::int from reconciled_repository as known
        where known.installation_id = round.installation_id and known.looked_at >= round.started_at) as looked
    from reconcile_round as round join installation on installation.id = round.installation_id
    where installation.removed_at is null
    order by round.installation_id`.execute(db);
  return rows.map(({ id, account, started_at, ended_at, ...figures }) => ({
    installationId: id,
    account,
    startedAt: started_at,
    endedAt: ended_at,
    ...figures,
  }));
}
