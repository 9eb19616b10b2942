/** How Seaworthy itself is doing in one organisation, for those who own it. */
import { sql } from 'kysely';
import type { Granted } from '../../../core/granted.js';
import type { Db } from '../database.js';
import { findInstallation } from '../installations.js';
import { countJobs, type JobCounts, type ParkedJob, parkedJobs } from '../job-care.js';
import { findRound, type Progress, reconcileProgress } from '../reconcile.js';
import { ownsInstallation, type Seer } from './seen.js';

export interface SystemStatus {
  readonly account: string;
  /** As GitHub told last; `missingFrom` says what is lacking. */
  readonly granted: Granted;
  readonly suspendedAt: Date | null;
  readonly jobs: JobCounts;
  /** Newest first, 50 at most. */
  readonly parked: readonly ParkedJob[];
  /** Null when none is on record. */
  readonly lastDelivery: { readonly event: string; readonly receivedAt: Date } | null;
  /** In the last 24 hours. */
  readonly deliveriesToday: number;
  readonly reconcile: Progress | null;
  /** Requests that the reconciler made in the hour that began at `since`; null before its first round. */
  readonly reconcileSpent: { readonly requests: number; readonly since: Date } | null;
  /** Ours to look after, archived ones too. */
  readonly repositories: number;
  /** Of them, those that the dashboard has figures of, and the oldest of those; null when there are none. */
  readonly known: number;
  readonly oldestComputedAt: Date | null;
}

const LISTED = 50;
const DAY = 86_400_000;

/** Null for everybody but owners of the account. How the onboarding goes, `onboardingProgress` of the flows says. */
export async function readSystem(db: Db, seer: Seer, installationId: number, now: Date): Promise<SystemStatus | null> {
  const { rows: seats } = await sql<{ isOwner: boolean }>`
    select ${ownsInstallation(seer, installationId)} as "isOwner"`.execute(db);
  const installation = await findInstallation(db, installationId);
  if (seats[0]?.isOwner !== true || installation === undefined || installation.removed_at !== null) return null;
  const { account, permissions, events, suspended_at: suspendedAt } = installation;
  const round = await findRound(db, installationId);
  const rounds = await reconcileProgress(db);
  return {
    account,
    granted: { permissions, events },
    suspendedAt,
    jobs: await countJobs(db, now, installationId),
    parked: await parkedJobs(db, LISTED, installationId),
    ...(await deliveries(db, installationId, new Date(now.getTime() - DAY))),
    reconcile: rounds.find((each) => each.installationId === installationId) ?? null,
    reconcileSpent: round === undefined ? null : { requests: round.spent, since: round.spent_since },
    ...(await counts(db, installationId)),
  };
}

async function deliveries(
  db: Db,
  installationId: number,
  since: Date,
): Promise<Pick<SystemStatus, 'lastDelivery' | 'deliveriesToday'>> {
  const of = db.selectFrom('delivery').where('installation_id', '=', installationId);
  const last = await of.select(['event', 'received_at']).orderBy('received_at', 'desc').limit(1).executeTakeFirst();
  const lately = await of
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('received_at', '>=', since)
    .executeTakeFirst();
  return {
    lastDelivery: last === undefined ? null : { event: last.event, receivedAt: last.received_at },
    deliveriesToday: lately?.count ?? 0,
  };
}

async function counts(
  db: Db,
  installationId: number,
): Promise<Pick<SystemStatus, 'repositories' | 'known' | 'oldestComputedAt'>> {
  const row = await db
    .selectFrom('repository')
    .leftJoin('readiness', 'readiness.repository_id', 'repository.id')
    .select(({ fn }) => [
      fn.countAll<number>().as('repositories'),
      fn.count<number>('readiness.repository_id').as('known'),
      fn.min('computed_at').as('oldestComputedAt'),
    ])
    .where('installation_id', '=', installationId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row ?? { repositories: 0, known: 0, oldestComputedAt: null };
}
