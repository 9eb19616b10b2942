/** Jobs in line, one line a subject: what is put in, which one is next, how it ended. */
import { sql } from 'kysely';
import { type Db, inTransaction } from './database.js';
import { scheduleTurns } from './turns.js';

export interface NewJob {
  readonly deliveryGuid: string | null;
  readonly handler: string;
  readonly subject: string;
  readonly installationId: number | null;
  readonly key: string | null;
  readonly data: unknown;
  readonly runAt: Date;
  readonly everyMs: number | null;
}

export interface TakenJob {
  readonly id: number;
  readonly delivery_guid: string | null;
  readonly handler: string;
  readonly subject: string;
  readonly installation_id: number | null;
  readonly data: unknown;
  readonly attempts: number;
  readonly every_ms: number | null;
  readonly event: string | null;
  readonly payload: string | null;
}

/** Names a job that this process runs; another process that took it over in the meantime makes it void. */
export interface Claim {
  readonly id: number;
  readonly worker: string;
}

/** Puts jobs in line, in their order. Jobs with a key take the place of the waiting job of that key. */
export async function insertJobs(db: Db, jobs: readonly NewJob[], now: Date): Promise<void> {
  if (jobs.length === 0) return;
  await inTransaction(db, async (trx) => {
    const plain = jobs.filter((job) => job.key === null);
    if (plain.length > 0)
      await trx
        .insertInto('job')
        .values(plain.map((job) => toRow(job, now)))
        .execute();
    for (const job of jobs.filter(({ key }) => key !== null)) await insertKeyed(trx, job, now);
    const turns = jobs.map((job) => ({ subject: job.subject, inMs: job.runAt.getTime() - now.getTime() }));
    await scheduleTurns(trx, turns);
  });
}

/** Never later than the earlier job was promised: a steady stream of changes must not postpone the work for ever. */
async function insertKeyed(db: Db, job: NewJob, now: Date): Promise<void> {
  await db
    .insertInto('job')
    .values(toRow(job, now))
    .onConflict((conflict) =>
      conflict
        .column('key')
        .where('state', '=', 'pending')
        .where('key', 'is not', null)
        .doUpdateSet((row) => ({
          delivery_guid: row.ref('excluded.delivery_guid'),
          data: row.ref('excluded.data'),
          run_at: sql<Date>`least(job.run_at, excluded.run_at)`,
          // A periodic job that comes back finds the one that a start asked for meanwhile, and makes it periodic.
          every_ms: sql<number | null>`coalesce(excluded.every_ms, job.every_ms)`,
        })),
    )
    .execute();
}

function toRow(job: NewJob, now: Date) {
  return {
    delivery_guid: job.deliveryGuid,
    handler: job.handler,
    subject: job.subject,
    installation_id: job.installationId,
    key: job.key,
    data: JSON.stringify(job.data ?? null),
    every_ms: job.everyMs,
    run_at: job.runAt,
    created_at: now,
  };
}

/**
 * The next job of `subject`, now ours; or how long until it is due; or null when there is none, or one runs already.
 * A started job stays at the head while it waits for its retry, so nothing overtakes it; jobs for a later time that have
 * not begun let others pass.
 */
export async function takeJob(
  db: Db,
  subject: string,
  worker: string,
  now: Date,
): Promise<TakenJob | { readonly waitMs: number } | null> {
  const { rows } = await sql<{ head_run_at: Date; id: number | null } & Omit<TakenJob, 'id'>>`
    with head as (
      select id, run_at from job
      where subject = ${subject} and state = 'pending' and (started_at is not null or run_at <= ${now})
        and not exists (select from job as other where other.subject = ${subject} and other.state = 'running')
      order by started_at is null, id
      limit 1
    ), taken as (
      update job
      set state = 'running', worker = ${worker}, attempts = attempts + 1, key = null,
        started_at = coalesce(started_at, ${now})
      from head
      where job.id = head.id and job.state = 'pending' and head.run_at <= ${now}
      returning job.*
    )
    select head.run_at as head_run_at, taken.id, taken.delivery_guid, taken.handler, taken.subject,
      taken.installation_id, taken.data, taken.attempts, taken.every_ms, delivery.event, delivery.payload
    from head left join taken on true left join delivery on delivery.guid = taken.delivery_guid`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  const { head_run_at, id, ...rest } = row;
  return id === null ? { waitMs: head_run_at.getTime() - now.getTime() } : { id, ...rest };
}

/** Done: the payload goes with the last job that needed it. Answers false when the job was not ours any more. */
export async function finishJob(db: Db, claim: Claim, now: Date): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    with finished as (
      update job set state = 'done', worker = null, last_error = null, finished_at = ${now}
      where id = ${claim.id} and worker = ${claim.worker} and state = 'running'
      returning id, delivery_guid
    ), emptied as (
      update delivery set payload = null from finished
      where guid = finished.delivery_guid and not exists (
        select from job where job.delivery_guid = guid and job.state <> 'done' and job.id <> ${claim.id})
    )
    select id from finished`.execute(db);
  return rows.length > 0;
}

/** Back in line for `runAt`, at the head of its subject. */
export function retryJob(
  db: Db,
  claim: Claim,
  retry: { readonly runAt: Date; readonly error: string | null; readonly costsAttempt: boolean },
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const row = await ours(trx, claim)
      .set((job) => ({
        state: 'pending',
        worker: null,
        run_at: retry.runAt,
        last_error: retry.error,
        attempts: retry.costsAttempt ? job.ref('attempts') : sql<number>`attempts - 1`,
      }))
      .returning('subject')
      .executeTakeFirst();
    if (row === undefined) return false;
    await scheduleTurns(trx, [{ subject: row.subject, inMs: retry.runAt.getTime() - now.getTime() }]);
    return true;
  });
}

export interface Failure {
  readonly error: string;
  /** Where something other than time may mend it: `permission`. */
  readonly kind: string | null;
}

/** Given up until somebody re-arms it; the rest of its subject goes on. */
export async function parkJob(db: Db, claim: Claim, { error, kind }: Failure, now: Date): Promise<boolean> {
  const row = await ours(db, claim)
    .set({ state: 'parked', worker: null, last_error: error, failure: kind, finished_at: now })
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

function ours(db: Db, claim: Claim) {
  return db
    .updateTable('job')
    .where('id', '=', claim.id)
    .where('worker', '=', claim.worker)
    .where('state', '=', 'running');
}
