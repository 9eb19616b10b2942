/** Durable jobs: our table says what is to be done and how it went, graphile-worker says when to look. */
import { runTaskList, type WorkerPool } from 'graphile-worker';
import type { Database, Db } from '../db/database.js';
import { sweepHistory, sweepPayloads } from '../db/deliveries.js';
import { graphileLog } from '../db/graphile-log.js';
import { changeInterval, countJobs, jobHolders, rearmJobs, releaseJobs, wakeStrays } from '../db/job-care.js';
import { insertJobs } from '../db/jobs.js';
import { deadLeases, holdLease, type Lease } from '../db/leases.js';
import { TURN, releaseTurns, turnHolders } from '../db/turns.js';
import { MAX_ATTEMPTS, backoffMs } from './backoff.js';
import { TurnTaker } from './turn-taker.js';
import type { Job, JobFailure, JobSpec, Queue } from './types.js';
import type { Clock } from '../../core/clock.js';
import type { Log } from '../../core/log.js';

export interface QueueOptions {
  readonly db: Database;
  /** Does the job. Throw `RetryAt` for a rate limit, `UserError` when a person has been told; anything else is retried. */
  readonly run: (job: Job, signal: AbortSignal) => Promise<void>;
  /**
   * Told of every run that went wrong, before that is recorded; not of limits and of the end of the process. `RetryAt` keeps the job
   * in line, also after its last attempt; any other error is logged.
   */
  readonly failed?: (job: Job, failure: JobFailure, signal: AbortSignal) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to 1, spreads retries. */
  readonly random: () => number;
  /** Milliseconds that a job waits after its attempt number `attempt` failed. */
  readonly backoff?: (attempt: number, random: number) => number;
  /** Jobs at the same time in this process. */
  readonly concurrency?: number;
  readonly maxAttempts?: number;
  /** See `TurnOptions`; none unless given. */
  readonly kindOf?: (error: unknown) => string | null;
  /** A job that takes longer is aborted and retried. */
  readonly jobTimeoutMs?: number;
  /** How often due times are looked at; new jobs do not wait for it. */
  readonly pollMs?: number;
  /** How often what dead processes left behind is picked up and payloads are swept. */
  readonly careMs?: number;
}

const DEFAULT_GRACE_MS = 10_000;
const RESTART_MS = 1_000;
const JOB_TIMEOUT_MS = 10 * 60_000;

/** Puts jobs in line, as part of the caller's transaction where there is one. Works without a started queue. */
export async function enqueue(db: Db, clock: Clock, jobs: readonly JobSpec[]): Promise<void> {
  const now = clock.now();
  await insertJobs(
    db,
    jobs.map((job) => ({ ...fromSpec(job, now), deliveryGuid: null })),
    now,
  );
}

/** A job as the table has it. */
export function fromSpec(job: JobSpec, now: Date) {
  return {
    handler: job.handler,
    subject: job.subject,
    installationId: job.installationId ?? null,
    key: job.key ?? null,
    data: job.data ?? null,
    runAt: job.runAt ?? now,
    everyMs: null,
  };
}

export function createQueue(options: QueueOptions): Queue {
  return new WorkingQueue(options);
}

interface Crew {
  readonly pool: WorkerPool;
  readonly lease: Lease;
}

class WorkingQueue implements Queue {
  readonly #options: QueueOptions;
  readonly #taker: TurnTaker;
  #crew: Crew | null = null;
  #stopping = false;
  #restart: NodeJS.Timeout | null = null;
  #care: NodeJS.Timeout | null = null;
  #caring: Promise<void> = Promise.resolve();

  constructor(options: QueueOptions) {
    this.#options = options;
    this.#taker = new TurnTaker({
      maxAttempts: MAX_ATTEMPTS,
      jobTimeoutMs: JOB_TIMEOUT_MS,
      backoff: backoffMs,
      ...options,
    });
  }

  async start(): Promise<void> {
    await this.#takeCare();
    await this.#hire();
    this.#care = setInterval(() => {
      this.#caring = this.#caring.then(() => this.#careSafely());
    }, this.#options.careMs ?? 30_000);
    this.#care.unref();
  }

  async stop(graceMs = DEFAULT_GRACE_MS): Promise<void> {
    this.#stopping = true;
    this.#taker.stop();
    if (this.#care !== null) clearInterval(this.#care);
    if (this.#restart !== null) clearTimeout(this.#restart);
    await this.#caring;
    const crew = this.#crew;
    this.#crew = null;
    if (crew === null) return;
    const interrupt = setTimeout(() => this.#taker.interrupt(), graceMs);
    try {
      await crew.pool.gracefulShutdown('The process stops');
    } finally {
      clearTimeout(interrupt);
    }
    await releaseJobs(this.#options.db.kysely, [crew.pool.id], this.#options.clock.now(), 'stop');
    await crew.lease.release();
  }

  async every(handler: string, intervalMs: number): Promise<void> {
    const { db, clock } = this.#options;
    const now = clock.now();
    const subject = `every:${handler}`;
    if (await changeInterval(db.kysely, subject, intervalMs)) return;
    const job = { ...fromSpec({ handler, subject, key: subject }, now), deliveryGuid: null, everyMs: intervalMs };
    await insertJobs(db.kysely, [job], now);
  }

  rearm(ids?: readonly number[]): Promise<number> {
    const { db, clock } = this.#options;
    return rearmJobs(db.kysely, ids === undefined ? {} : { ids }, clock.now());
  }

  stats() {
    return countJobs(this.#options.db.kysely, this.#options.clock.now());
  }

  isWorking(): boolean {
    return this.#crew !== null && !this.#stopping;
  }

  async #hire(): Promise<void> {
    const { db, log, concurrency = 10, pollMs = 1_000 } = this.#options;
    const settings = { logger: graphileLog(log), noHandleSignals: true, concurrency, pollInterval: pollMs };
    let lease: Promise<Lease> | null = null;
    const pool = runTaskList(
      settings,
      {
        [TURN]: async (payload: unknown) => {
          await lease;
          await this.#taker.take((payload as { subject: string }).subject, pool.id);
        },
      },
      db.pool,
    );
    // Nothing is taken before the lease is held: others would think it left behind.
    lease = holdLease(db, pool.id, () => this.#lost(pool));
    pool.promise.then(
      () => this.#ended(pool),
      (error: unknown) => this.#ended(pool, error),
    );
    try {
      this.#crew = { pool, lease: await lease };
    } catch (error) {
      await pool.gracefulShutdown('No lease');
      throw error;
    }
  }

  /** Without the lease others may run what we run: stop at once, start anew. */
  #lost(pool: WorkerPool): void {
    this.#options.log.warn(
      { worker: pool.id },
      'The lease was lost with its connection; jobs in flight are interrupted',
    );
    this.#taker.interrupt();
    Promise.resolve(pool.gracefulShutdown('The lease was lost')).catch((error: unknown) => this.#ended(pool, error));
  }

  #ended(pool: WorkerPool, error?: unknown): void {
    if (this.#stopping || this.#crew?.pool !== pool) return;
    const { log } = this.#options;
    log.error({ worker: pool.id, error: String(error ?? '') }, 'The workers ended; new ones start');
    const { lease } = this.#crew;
    this.#crew = null;
    this.#restart = setTimeout(() => {
      lease
        .release()
        .then(() => this.#takeCare())
        .then(() => this.#hire())
        .catch((cause: unknown) => {
          log.error({ error: String(cause) }, 'New workers could not start; another try follows');
          this.#crew = { pool, lease };
          this.#ended(pool, cause);
        });
    }, RESTART_MS);
  }

  async #careSafely(): Promise<void> {
    try {
      await this.#takeCare();
    } catch (error) {
      // The next round comes soon; a database that is away says so elsewhere as well.
      this.#options.log.warn({ error: String(error) }, 'Looking after the queue failed');
    }
  }

  async #takeCare(): Promise<void> {
    const { db, clock, log } = this.#options;
    const now = clock.now();
    const holders = [...new Set([...(await jobHolders(db.kysely)), ...(await turnHolders(db.kysely))])];
    if (holders.length > 0)
      await db.kysely.transaction().execute(async (trx) => {
        const dead = await deadLeases(db, trx, holders);
        if (dead.length === 0) return;
        const jobs = await releaseJobs(trx, dead, now, 'crash');
        await releaseTurns(trx, dead);
        log.warn({ dead, jobs }, 'Jobs of processes that are gone are back in line');
      });
    await wakeStrays(db.kysely, now);
    await sweepPayloads(db.kysely, now);
    await sweepHistory(db.kysely, now);
  }
}
