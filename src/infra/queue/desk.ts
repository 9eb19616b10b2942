/** What whoever runs Seaworthy asks a running App: what was given up and why, what is going on, to try again, and who has a package. */
import type { Database } from '../db/database.js';
import { countJobs, type JobCounts, parkedJobs, type ParkedJob, rearmJobs } from '../db/job-care.js';
import { type Coverage, coverageOf, type Use, usesOf } from '../db/inventory.js';
import { type Progress, reconcileProgress } from '../db/reconcile.js';
import { countLost, findSweep } from '../db/sweeps.js';
import type { Clock } from '../../core/clock.js';

/** How far sweep and reconciler are. Goes over the wire as JSON: instants are ISO 8601. */
export interface Recovery {
  readonly sweep: {
    readonly startedAt: string;
    readonly endedAt: string | null;
    readonly looked: number;
    /** Webhooks that are not here yet, and those that are not tried any more. */
    readonly waiting: number;
    readonly givenUp: number;
  } | null;
  readonly rounds: readonly Plain<Progress>[];
}

export interface Overview extends Recovery {
  readonly jobs: JobCounts;
  /** Newest first. */
  readonly parked: readonly Plain<ParkedJob>[];
}

/** With instants as text. */
export type Plain<T> = { readonly [Key in keyof T]: Date extends T[Key] ? Exclude<T[Key], Date> | string : T[Key] };

/** A package by name; its ecosystem null for any. */
export interface PackageName {
  readonly ecosystem: string | null;
  readonly name: string;
}

/** Who has a package, in all installations. */
export interface Holdings {
  readonly uses: readonly Plain<Use>[];
  readonly coverage: Coverage;
}

export interface Desk {
  holdings(of: PackageName): Promise<Holdings>;
  recovery(): Promise<Recovery>;
  /** @param limit of the parked jobs that are listed. */
  overview(limit: number): Promise<Overview>;
  /** The given parked jobs back in line, or all; answers how many. */
  rearm(ids?: readonly number[]): Promise<number>;
}

export function createDesk({ kysely }: Pick<Database, 'kysely'>, clock: Clock): Desk {
  async function recovery(): Promise<Recovery> {
    const sweep = await findSweep(kysely);
    const rounds = (await reconcileProgress(kysely)).map(({ startedAt, endedAt, ...figures }) => ({
      ...figures,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    }));
    if (sweep === undefined) return { sweep: null, rounds };
    const { started_at: startedAt, ended_at: endedAt, looked } = sweep;
    const times = { startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
    return { sweep: { ...times, looked, ...(await countLost(kysely)) }, rounds };
  }
  return {
    recovery,
    async holdings(of) {
      const uses = await usesOf(kysely, null, of);
      return {
        uses: uses.map((use) => ({ ...use, readAt: use.readAt.toISOString() })),
        coverage: await coverageOf(kysely, null),
      };
    },
    async overview(limit) {
      const parked = (await parkedJobs(kysely, limit)).map((job) => ({ ...job, parkedAt: job.parkedAt.toISOString() }));
      return { jobs: await countJobs(kysely, clock.now()), parked, ...(await recovery()) };
    },
    rearm: (ids) => rearmJobs(kysely, ids === undefined ? {} : { ids }, clock.now()),
  };
}
