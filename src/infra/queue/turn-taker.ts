/** Works through the line of one subject: take, run, record what became of it, until nothing is due. */
import { deleteSettledJobs } from '../db/job-care.js';
import { finishJob, insertJobs, parkJob, retryJob, type TakenJob, takeJob } from '../db/jobs.js';
import type { Database } from '../db/database.js';
import { scheduleTurns } from '../db/turns.js';
import { describeError, judgeFailure } from './verdict.js';
import { type Job, type JobFailure, RetryAt } from './types.js';
import type { Clock } from '../../core/clock.js';
import type { Log } from '../../core/log.js';
import { UserError } from '../../core/user-error.js';

/** After that many jobs other subjects have their turn. */
const JOBS_PER_TURN = 20;

export interface TurnOptions {
  readonly db: Database;
  readonly run: (job: Job, signal: AbortSignal) => Promise<void>;
  readonly failed?: ((job: Job, failure: JobFailure, signal: AbortSignal) => Promise<void>) | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to 1, for the spread of retries. */
  readonly random: () => number;
  readonly backoff: (attempt: number, random: number) => number;
  /** The kind of a failure that something other than time may mend, for whoever puts such jobs back in line. */
  readonly kindOf?: (error: unknown) => string | null;
  readonly maxAttempts: number;
  readonly jobTimeoutMs: number;
}

/** Saying that a job failed is a few requests. */
const TELLING_MS = 60_000;

/** A limit of GitHub, a person who has been told, the end of the process: nothing went wrong with the job. */
const isNoFailure = (error: unknown): boolean =>
  error instanceof RetryAt || error instanceof UserError || error instanceof Interrupted;

/** Thrown into jobs that are interrupted by the end of the process or by the loss of their lease. */
class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

export class TurnTaker {
  readonly #options: TurnOptions;
  readonly #running = new Map<number, AbortController>();
  /** Installations that GitHub told to wait, until when. */
  readonly #holds = new Map<number, Date>();
  #stopping = false;

  constructor(options: TurnOptions) {
    this.#options = options;
  }

  /** From now on turns end after the job they are at. */
  stop(): void {
    this.#stopping = true;
  }

  /** Ends the jobs in flight; what they leave behind is given back by whoever calls this. */
  interrupt(): void {
    for (const controller of this.#running.values()) controller.abort(new Interrupted('The job was interrupted'));
  }

  async take(subject: string, worker: string): Promise<void> {
    const { db, clock } = this.#options;
    for (let count = 0; count < JOBS_PER_TURN && !this.#stopping; count += 1) {
      const taken = await takeJob(db.kysely, subject, worker, clock.now());
      if (taken === null) return;
      if ('waitMs' in taken) return scheduleTurns(db.kysely, [{ subject, inMs: taken.waitMs }]);
      if ((await this.#work(taken, worker)) === 'interrupted') return;
    }
    await scheduleTurns(db.kysely, [{ subject, inMs: 0 }]);
  }

  async #work(taken: TakenJob, worker: string): Promise<'interrupted' | 'recorded'> {
    const { db, clock, log } = this.#options;
    const claim = { id: taken.id, worker };
    const hold = this.#holdOf(taken.installation_id);
    if (hold !== null) {
      await retryJob(db.kysely, claim, { runAt: hold, error: null, costsAttempt: false }, clock.now());
      return 'recorded';
    }
    const begin = clock.now().getTime();
    const failure = await this.#attempt(taken);
    if (failure?.error instanceof Interrupted) return 'interrupted';
    const fields = {
      job: taken.id,
      handler: taken.handler,
      subject: taken.subject,
      delivery: taken.delivery_guid,
      attempt: taken.attempts,
      ms: clock.now().getTime() - begin,
    };
    const kept = failure === null ? await this.#finish(taken, worker) : await this.#fail(taken, worker, failure.error);
    if (!kept) log.warn(fields, 'The job was taken over by another process while it ran');
    else if (failure === null) log.info(fields, 'Job done');
    else log.warn({ ...fields, error: describeError(failure.error) }, 'Job failed');
    return 'recorded';
  }

  async #attempt(taken: TakenJob): Promise<{ readonly error: unknown } | null> {
    const { run, failed, jobTimeoutMs, maxAttempts } = this.#options;
    // It ended the process each time: another run may do so, too, so it only fails.
    const isSpent = taken.attempts > maxAttempts;
    const failure = isSpent
      ? { error: new Error('The process ended during this job') }
      : await this.#guarded(taken, jobTimeoutMs, (signal) => run(toJob(taken), signal));
    if (failed === undefined || failure === null || isNoFailure(failure.error)) return failure;
    const { error } = failure;
    const isLast = taken.attempts >= maxAttempts;
    const told = await this.#guarded(taken, TELLING_MS, (signal) => failed(toJob(taken), { error, isLast }, signal));
    if (told === null) return failure;
    // What people have to be told decides when the job may be given up; any other failure of telling does not.
    if (told.error instanceof RetryAt || told.error instanceof Interrupted) return told;
    this.#options.log.warn({ job: taken.id, error: describeError(told.error) }, 'A failure could not be told');
    return failure;
  }

  /** The error of `work`, which is aborted after `timeoutMs`; null when it went well. */
  async #guarded(
    taken: TakenJob,
    timeoutMs: number,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<{ readonly error: unknown } | null> {
    const controller = new AbortController();
    this.#running.set(taken.id, controller);
    const timer = setTimeout(() => controller.abort(new Error(`No end after ${timeoutMs} ms`)), timeoutMs);
    const aborted = new Promise<never>((_, reject) => {
      controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true });
    });
    try {
      // A handler that does not listen to the signal must not hold its subject for ever.
      await Promise.race([work(controller.signal), aborted]);
      return null;
    } catch (error) {
      return { error };
    } finally {
      clearTimeout(timer);
      this.#running.delete(taken.id);
    }
  }

  async #finish(taken: TakenJob, worker: string): Promise<boolean> {
    const { db, clock } = this.#options;
    const now = clock.now();
    if (taken.every_ms === null) return finishJob(db.kysely, { id: taken.id, worker }, now);
    return db.kysely.transaction().execute(async (trx) => {
      const ours = await finishJob(trx, { id: taken.id, worker }, now);
      if (ours) await deleteSettledJobs(trx, taken.subject, taken.id);
      if (ours) await insertJobs(trx, [again(taken, now)], now);
      return ours;
    });
  }

  async #fail(taken: TakenJob, worker: string, error: unknown): Promise<boolean> {
    const { db, clock, random, backoff, maxAttempts } = this.#options;
    const now = clock.now();
    const claim = { id: taken.id, worker };
    const waitMs = backoff(taken.attempts, random());
    const verdict = judgeFailure(error, { attempts: taken.attempts, maxAttempts }, now, waitMs);
    switch (verdict.kind) {
      case 'done':
        return this.#finish(taken, worker);
      case 'retry':
        if (verdict.holdInstallation && taken.installation_id !== null)
          this.#holds.set(taken.installation_id, verdict.at);
        return retryJob(
          db.kysely,
          claim,
          { runAt: verdict.at, error: describeError(error), costsAttempt: verdict.costsAttempt },
          now,
        );
      case 'park':
        return db.kysely.transaction().execute(async (trx) => {
          const kind = this.#options.kindOf?.(error) ?? null;
          const ours = await parkJob(trx, claim, { error: describeError(error), kind }, now);
          if (ours && taken.every_ms !== null) await insertJobs(trx, [again(taken, now)], now);
          return ours;
        });
    }
  }

  #holdOf(installationId: number | null): Date | null {
    const hold = installationId === null ? undefined : this.#holds.get(installationId);
    if (installationId === null || hold === undefined) return null;
    if (hold.getTime() > this.#options.clock.now().getTime()) return hold;
    this.#holds.delete(installationId);
    return null;
  }
}

/** @throws TypeError when the payload is gone: a failure like any other, which a redelivery mends. */
function toJob(taken: TakenJob): Job {
  const { delivery_guid: guid, event, payload } = taken;
  if (guid !== null && (event === null || payload === null)) throw new TypeError('The payload is gone');
  return {
    id: taken.id,
    handler: taken.handler,
    subject: taken.subject,
    installationId: taken.installation_id,
    data: taken.data,
    attempt: taken.attempts,
    delivery:
      guid === null || event === null || payload === null ? null : { guid, event, payload: JSON.parse(payload) },
  };
}

function again(taken: TakenJob, now: Date) {
  return {
    deliveryGuid: null,
    handler: taken.handler,
    subject: taken.subject,
    installationId: null,
    key: taken.subject,
    data: taken.data,
    runAt: new Date(now.getTime() + (taken.every_ms ?? 0)),
    everyMs: taken.every_ms,
  };
}
