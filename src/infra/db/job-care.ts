/** Jobs seen from outside: what is stuck, parked, left behind by a dead process; and the figures. */
import { sql } from 'kysely';
import { type Db, inTransaction } from './database.js';
import { scheduleTurns } from './turns.js';

export interface JobCounts {
  readonly pending: number;
  readonly running: number;
  readonly parked: number;
  /** Age of the oldest job that is due and not done, in seconds; 0 when there is none. */
  readonly oldestDueSeconds: number;
}

/**
 * Parked jobs back in line: of one delivery, of the given ids, of an installation, with a kind of failure, or all. Left out are periodic jobs, which come back by
 * themselves, and those whose payload is gone: only a redelivery brings it back. Answers how many.
 */
export function rearmJobs(
  db: Db,
  which: {
    readonly ids?: readonly number[];
    readonly deliveryGuid?: string;
    readonly installationId?: number;
    readonly failure?: string;
  },
  now: Date,
): Promise<number> {
  return inTransaction(db, async (trx) => {
    const { rows } = await sql<{ subject: string }>`
      update job set state = 'pending', attempts = 0, run_at = ${now}, started_at = null, finished_at = null,
        failure = null
      where state = 'parked' and every_ms is null
        and (${which.ids ?? null}::bigint[] is null or id = any(${which.ids ?? null}::bigint[]))
        and (${which.deliveryGuid ?? null}::text is null or delivery_guid = ${which.deliveryGuid ?? null}::text)
        and (${which.installationId ?? null}::bigint is null or installation_id = ${which.installationId ?? null}::bigint)
        and (${which.failure ?? null}::text is null or failure = ${which.failure ?? null}::text)
        and (delivery_guid is null
          or exists (select from delivery where guid = job.delivery_guid and payload is not null))
      returning subject`.execute(trx);
    await scheduleTurns(
      trx,
      rows.map(({ subject }) => ({ subject, inMs: 0 })),
    );
    return rows.length;
  });
}

/** A job that was given up. */
export interface ParkedJob {
  readonly id: number;
  readonly handler: string;
  /** `owner/name`; null where the job is about none, or about one we do not know. */
  readonly repository: string | null;
  readonly error: string | null;
  readonly parkedAt: Date;
  /** False for periodic jobs, which come back by themselves, and where only a redelivery brings the payload back. */
  readonly canRearm: boolean;
}

/** Newest first; of all installations, or of one. */
export async function parkedJobs(db: Db, limit: number, installationId?: number): Promise<ParkedJob[]> {
  const { rows } = await sql<ParkedJob>`
    select job.id, job.handler, repository.owner || '/' || repository.name as repository, job.last_error as error,
      coalesce(job.finished_at, job.created_at) as "parkedAt",
      job.every_ms is null and (job.delivery_guid is null or delivery.payload is not null) as "canRearm"
    from job
    left join delivery on delivery.guid = job.delivery_guid
    left join repository on repository.id = coalesce(delivery.repository_id,
      (job.data #>> '{repositoryId}')::bigint, (job.data #>> '{repository,id}')::bigint)
    where job.state = 'parked' and ${installationId === undefined ? sql`true` : sql`job.installation_id = ${installationId}`}
    order by job.id desc
    limit ${limit}`.execute(db);
  return rows;
}

/** Which processes say they run jobs, dead ones included. */
export async function jobHolders(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('job')
    .select('worker')
    .distinct()
    .where('state', '=', 'running')
    .where('worker', 'is not', null)
    .execute();
  return rows.flatMap(({ worker }) => worker ?? []);
}

/**
 * Jobs of processes that are gone, back in line. After a crash the run counts as an attempt, for it may have been the cause;
 * with its attempts spent the next turn gives the job up. A process that stops in order gives back without that.
 */
export function releaseJobs(db: Db, workers: readonly string[], now: Date, because: 'crash' | 'stop'): Promise<number> {
  return inTransaction(db, async (trx) => {
    const isCrash = because === 'crash';
    const { rows } = await sql<{ subject: string }>`
      update job set
        state = 'pending',
        worker = null,
        run_at = ${now},
        attempts = case when ${isCrash} then attempts else attempts - 1 end,
        last_error = case when ${isCrash} then 'The process ended during this job' else last_error end
      where state = 'running' and worker = any(${workers}::text[])
      returning subject`.execute(trx);
    await scheduleTurns(
      trx,
      rows.map(({ subject }) => ({ subject, inMs: 0 })),
    );
    return rows.length;
  });
}

/**
 * A safety net: while no turn is ready to go, a job that has been due for a minute lost its turn (one that failed over and
 * over while the database was away backs off for hours). Each gets a new one.
 */
export async function wakeStrays(db: Db, now: Date): Promise<void> {
  const { rows } = await sql<{ subject: string }>`
    select distinct subject from job
    where state = 'pending' and run_at < ${new Date(now.getTime() - 60_000)}
      and not exists (select from job as other where other.subject = job.subject and other.state = 'running')
      and not exists (
        select from graphile_worker.jobs as turn
        where turn.locked_at is null and turn.run_at <= now() and turn.attempts < turn.max_attempts)
    limit 1000`.execute(db);
  await scheduleTurns(
    db,
    rows.map(({ subject }) => ({ subject, inMs: 0 })),
  );
}

/** Gives the periodic job of `subject` its interval; answers false when there is none. */
export async function changeInterval(db: Db, subject: string, everyMs: number): Promise<boolean> {
  const rows = await db
    .updateTable('job')
    .set({ every_ms: everyMs })
    .where('subject', '=', subject)
    .where('state', 'in', ['pending', 'running'])
    .returning('id')
    .execute();
  return rows.length > 0;
}

/** Earlier runs of a periodic job: a later success settles them. */
export async function deleteSettledJobs(db: Db, subject: string, exceptId: number): Promise<void> {
  await db
    .deleteFrom('job')
    .where('subject', '=', subject)
    .where('state', 'in', ['done', 'parked'])
    .where('id', '<>', exceptId)
    .execute();
}

/** Milliseconds: what is put off for less, to take a burst together, is under way. */
const SOON = 2_000;

/** Of all installations, or of one. */
export async function countJobs(db: Db, now: Date, installationId?: number): Promise<JobCounts> {
  const rows = await db
    .selectFrom('job')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count'), fn.min('run_at').as('oldest')])
    .where('state', '<>', 'done')
    // A chore that waits for its next time is no backlog, and neither is what was put off to a later time and never tried.
    .where(({ eb, or }) => or([eb('every_ms', 'is', null), eb('state', '<>', 'pending')]))
    .where(({ eb, or }) =>
      or([
        eb('run_at', '<=', new Date(now.getTime() + SOON)),
        eb('started_at', 'is not', null),
        eb('state', '<>', 'pending'),
      ]),
    )
    .$if(installationId !== undefined, (query) => query.where('installation_id', '=', installationId ?? null))
    .groupBy('state')
    .execute();
  const count = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
  const oldest = rows.filter((row) => row.state !== 'parked').map((row) => now.getTime() - row.oldest.getTime());
  return {
    pending: count('pending'),
    running: count('running'),
    parked: count('parked'),
    oldestDueSeconds: Math.max(0, ...oldest) / 1000,
  };
}
