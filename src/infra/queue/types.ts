/** The words of the queue: what is put in, what a handler gets, and what it may throw. */
import type { JobCounts } from '../db/job-care.js';

/** What shall be done. */
export interface JobSpec {
  readonly handler: string;
  /** Jobs of one subject run in order, never two at once: an issue, a repository's head. */
  readonly subject: string;
  readonly installationId?: number | null;
  /** Small and JSON; what the delivery's payload does not say. */
  readonly data?: unknown;
  /** Not before this time. Until then other jobs of its subject pass by. */
  readonly runAt?: Date;
  /** Collapses: a job of this key that still waits takes the new data and the earlier of both times. */
  readonly key?: string;
}

/** One handler's work, as handed to `run`. */
export interface Job {
  readonly id: number;
  readonly handler: string;
  readonly subject: string;
  readonly installationId: number | null;
  readonly data: unknown;
  /** 1 on the first run. */
  readonly attempt: number;
  readonly delivery: { readonly guid: string; readonly event: string; readonly payload: unknown } | null;
}

/** How a run of a job ended that went wrong. */
export interface JobFailure {
  readonly error: unknown;
  /** True when the job is given up unless whoever is told throws `RetryAt`. */
  readonly isLast: boolean;
}

/**
 * GitHub said when to come back (rate limit). The job runs again at `at`; it costs no attempt. With scope `installation`,
 * the default, other jobs of the same installation wait as well; other installations are not touched.
 */
export class RetryAt extends Error {
  override readonly name = 'RetryAt';
  readonly at: Date;
  readonly scope: 'installation' | 'job';

  constructor(at: Date, options: { scope?: 'installation' | 'job'; cause?: unknown } = {}) {
    super(`Try again at ${at.toISOString()}`, { cause: options.cause });
    this.at = at;
    this.scope = options.scope ?? 'installation';
  }
}

export interface Queue {
  /** Starts working; resolves once jobs are being taken. */
  start(): Promise<void>;
  /** No new jobs; those in flight have `graceMs` to finish, then are aborted and given back. */
  stop(graceMs?: number): Promise<void>;
  /** Makes sure that `handler` runs now and then at every interval, once in the whole installation. */
  every(handler: string, intervalMs: number): Promise<void>;
  /** Parked jobs back in line, all or the given ones; answers how many. */
  rearm(ids?: readonly number[]): Promise<number>;
  stats(): Promise<JobCounts>;
  /** True while jobs are being taken. */
  isWorking(): boolean;
}
