/** The onboarding of installations: which repositories wait for their issue, newest activity first, and what became of each. */
import { sql } from 'kysely';
import type { RepoRef } from '../../core/repo-ref.js';
import { type Db, inTransaction } from './database.js';
import type { OnboardingState, SkipReason } from './service-tables.js';

export interface Onboarding {
  readonly installationId: number;
  /** When the App was installed: what was created before is "existing". */
  readonly startedAt: Date;
  /** Null while GitHub's list of repositories has to be read (again). */
  readonly listedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** What became of a repository, once it is known. */
export type Settlement = 'opened' | SkipReason;

/** A repository as GitHub lists it; `because` where it is skipped at once. */
export interface Listed {
  readonly id: number;
  readonly pushedAt: Date | null;
  readonly because: SkipReason | null;
}

/**
 * Begins it. The same installation once more, by a webhook that came again, goes on as it was; a later one begins anew.
 * @param startedAt when the App was installed
 */
export async function startOnboarding(db: Db, installationId: number, startedAt: Date, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    const known = await findOnboarding(trx, installationId);
    if (known !== null && known.startedAt.getTime() >= startedAt.getTime()) return;
    await endOnboarding(trx, installationId);
    await trx
      .insertInto('onboarding')
      .values({ installation_id: installationId, started_at: startedAt, wanted_at: now })
      .onConflict((conflict) => conflict.column('installation_id').doNothing())
      .execute();
  });
}

/** The list is read again: there are more repositories, or others are selected. What is settled stays. */
export async function relist(db: Db, installationId: number, now: Date): Promise<void> {
  await db
    .insertInto('onboarding')
    .values({ installation_id: installationId, started_at: now, wanted_at: now })
    .onConflict((conflict) =>
      conflict.column('installation_id').doUpdateSet({ wanted_at: now, listed_at: null, finished_at: null }),
    )
    .execute();
}

/** Forgets it and all that belongs to it: the App was taken out. */
export async function endOnboarding(db: Db, installationId: number): Promise<void> {
  await db.deleteFrom('onboarding').where('installation_id', '=', installationId).execute();
}

/** Null for an installation that was there before this was kept. */
export async function findOnboarding(db: Db, installationId: number): Promise<Onboarding | null> {
  const row = await db
    .selectFrom('onboarding')
    .selectAll()
    .where('installation_id', '=', installationId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { installationId, startedAt: row.started_at, listedAt: row.listed_at, finishedAt: row.finished_at };
}

/** Of installations that are there and not suspended. */
export async function unfinishedOnboardings(db: Db): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('onboarding')
    .innerJoin('installation', 'installation.id', 'onboarding.installation_id')
    .select('installation_id')
    .where('finished_at', 'is', null)
    .where('removed_at', 'is', null)
    .where('suspended_at', 'is', null)
    .orderBy('installation_id')
    .execute();
  return rows.map(({ installation_id }) => installation_id);
}

/** One page of the list. Whoever has the issue already, or is in line for it, stays so; everybody else is judged anew. */
export async function saveListed(db: Db, installationId: number, page: readonly Listed[], now: Date): Promise<void> {
  if (page.length === 0) return;
  await db
    .insertInto('onboarding_repository')
    .values(
      page.map(({ id, pushedAt, because }) => ({
        repository_id: id,
        installation_id: installationId,
        pushed_at: pushedAt,
        state: because === null ? ('waiting' as const) : ('skipped' as const),
        because,
        settled_at: because === null ? null : now,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .column('repository_id')
        .doUpdateSet((row) => ({
          installation_id: row.ref('excluded.installation_id'),
          pushed_at: row.ref('excluded.pushed_at'),
          state: row.ref('excluded.state'),
          because: row.ref('excluded.because'),
          settled_at: row.ref('excluded.settled_at'),
        }))
        .where(({ eb, or, ref }) =>
          or([
            eb('onboarding_repository.installation_id', '<>', ref('excluded.installation_id')),
            eb('onboarding_repository.state', 'in', ['waiting', 'skipped']),
          ]),
        ),
    )
    .execute();
}

/** False when the list was asked for once more since `begun`: then this one may be old already. */
export async function markListed(db: Db, installationId: number, begun: Date, now: Date): Promise<boolean> {
  const row = await db
    .updateTable('onboarding')
    .set({ listed_at: now })
    .where('installation_id', '=', installationId)
    .where('wanted_at', '<=', begun)
    .returning('installation_id')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Asked for, with the job still in line. One whose job was dropped (the installation was suspended, say) waits again, behind
 * those that were never asked for; a parked job is a person's to look at, and in nobody's way.
 */
export async function countInLine(db: Db, installationId: number): Promise<number> {
  const { rows } = await sql<{ repository_id: number; state: string | null }>`
    select repository_id, (
      select job.state from job
      where subject = 'baseline:' || repository_id and handler = 'open-baseline' and job.state <> 'done'
      order by job.state = 'parked' limit 1
    ) as state
    from onboarding_repository as asked where installation_id = ${installationId} and asked.state = 'asked'`.execute(
    db,
  );
  const dropped = rows.filter(({ state }) => state === null).map(({ repository_id }) => repository_id);
  await setState(db, dropped, { state: 'waiting' });
  return rows.filter(({ state }) => state !== null && state !== 'parked').length;
}

/** Takes the next few out of those that wait, newest activity first, under the names they have now. */
export async function takeNext(db: Db, installationId: number, limit: number, now: Date): Promise<readonly RepoRef[]> {
  if (limit <= 0) return [];
  const rows = await db
    .selectFrom('onboarding_repository as waiting')
    .innerJoin('repository', 'repository.id', 'waiting.repository_id')
    .select(['repository.id', 'owner', 'name', 'removed_at'])
    .where('waiting.installation_id', '=', installationId)
    .where('waiting.state', '=', 'waiting')
    .orderBy('waiting.asked_at', (order) => order.asc().nullsFirst())
    .orderBy('waiting.pushed_at', (order) => order.desc().nullsLast())
    .limit(limit)
    .execute();
  const ids = (isGone: boolean) => rows.filter((row) => (row.removed_at !== null) === isGone).map(({ id }) => id);
  await setState(db, ids(true), { state: 'skipped', because: 'gone', settled_at: now });
  await setState(db, ids(false), { state: 'asked', asked_at: now });
  return rows.filter((row) => row.removed_at === null).map(({ id, owner, name }) => ({ id, owner, name }));
}

async function setState(
  db: Db,
  ids: readonly number[],
  change: {
    readonly state: OnboardingState;
    readonly because?: SkipReason;
    readonly asked_at?: Date;
    readonly settled_at?: Date;
  },
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('onboarding_repository')
    .set(change)
    .where(sql<boolean>`repository_id = any(${ids}::bigint[])`)
    .execute();
}

/** Notes what became of a repository, whoever asked for its issue; answers the installation where it was part of an onboarding. */
export async function settleOnboarding(
  db: Db,
  repositoryId: number,
  settlement: Settlement,
  now: Date,
): Promise<number | null> {
  const isOpened = settlement === 'opened';
  const row = await db
    .updateTable('onboarding_repository')
    .set({ state: isOpened ? 'opened' : 'skipped', because: isOpened ? null : settlement, settled_at: now })
    .where('repository_id', '=', repositoryId)
    .where(sql<boolean>`coalesce(because, state) <> ${settlement}`)
    .returning('installation_id')
    .executeTakeFirst();
  return row?.installation_id ?? null;
}

export async function hasWaiting(db: Db, installationId: number): Promise<boolean> {
  const row = await db
    .selectFrom('onboarding_repository')
    .select('repository_id')
    .where('installation_id', '=', installationId)
    .where('state', '=', 'waiting')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Over once the list was read and nobody waits any more; true when that is so from now on. */
export async function finishOnboarding(db: Db, installationId: number, now: Date): Promise<boolean> {
  const row = await db
    .updateTable('onboarding')
    .set({ finished_at: now })
    .where('installation_id', '=', installationId)
    .where('listed_at', 'is not', null)
    .where('finished_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('onboarding_repository')
            .select('repository_id')
            .where('onboarding_repository.installation_id', '=', installationId)
            .where('state', 'in', ['waiting', 'asked']),
        ),
      ),
    )
    .returning('installation_id')
    .executeTakeFirst();
  return row !== undefined;
}

export interface OnboardingCounts {
  readonly waiting: number;
  /** With their job in line, or parked. */
  readonly asked: number;
  readonly opened: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  /** Opened since `since`. */
  readonly lately: number;
}

export async function countOnboarding(db: Db, installationId: number, since: Date): Promise<OnboardingCounts> {
  const rows = await db
    .selectFrom('onboarding_repository')
    .select(({ fn }) => [
      'state',
      'because',
      fn.countAll<number>().as('count'),
      sql<number>`count(*) filter (where settled_at > ${since})`.as('lately'),
    ])
    .where('installation_id', '=', installationId)
    .groupBy(['state', 'because'])
    .execute();
  const of = (state: OnboardingState) => rows.find((row) => row.state === state);
  return {
    waiting: of('waiting')?.count ?? 0,
    asked: of('asked')?.count ?? 0,
    opened: of('opened')?.count ?? 0,
    skipped: Object.fromEntries(rows.flatMap(({ because, count }) => (because === null ? [] : [[because, count]]))),
    lately: of('opened')?.lately ?? 0,
  };
}

/** Where a repository is in the onboarding of its installation; null when that has not come across it. */
export async function onboardingStateOf(db: Db, repositoryId: number): Promise<OnboardingState | null> {
  const row = await db
    .selectFrom('onboarding_repository')
    .select('state')
    .where('repository_id', '=', repositoryId)
    .executeTakeFirst();
  return row?.state ?? null;
}
