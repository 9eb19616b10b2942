/** Introduces the App to what an installation has: lists its repositories, then asks for the next few issues at GitHub's pace. */
import { batches } from '../core/batches.js';
import type { RepoRef } from '../core/repo-ref.js';
import { type Selection, whyLeftOut } from '../domain/policy/index.js';
import { inTransaction } from '../infra/db/database.js';
import { findInstallation, saveRepositories } from '../infra/db/installations.js';
import {
  countInLine,
  findOnboarding,
  finishOnboarding,
  hasWaiting,
  type Listed,
  markListed,
  type Onboarding,
  saveListed,
  takeNext,
} from '../infra/db/onboarding.js';
import type { SkipReason } from '../infra/db/service-tables.js';
import type { Repository } from '../infra/github/gateway.js';
import { enqueue } from '../infra/queue/queue.js';
import type { JobSpec } from '../infra/queue/types.js';
import type { Context } from './context.js';
import { onboardingProgress, progressText } from './onboarding-progress.js';
import { rowOf } from './remember-repository.js';
import { ensureOrganisationPolicy, selectionIn } from './policy.js';

/** Issues asked for in one go: as many as people's burst of a minute leaves, so that a small organisation has them at once. */
const AT_A_TIME = 10;

/** As many as a page of GitHub's list has. */
const PAGE = 100;

/** Goes on where it was: everything it knows is in the database, so a restart, or a second run, costs nothing twice. */
export async function onboard(context: Context): Promise<void> {
  const { db, job } = context;
  const onboarding = await findOnboarding(db, job.installationId);
  if (onboarding === null || onboarding.finishedAt !== null) return;
  const isListed = onboarding.listedAt !== null || (await list(onboarding, context));
  if (isListed) await askForNext(context);
  else await context.enqueue([onboardJob(job.installationId)]);
}

/** The job that goes on with it. */
export function onboardJob(installationId: number, runAt?: Date): JobSpec {
  return {
    handler: 'onboard',
    subject: `onboarding:${installationId}`,
    key: `onboard:${installationId}`,
    installationId,
    data: {},
    ...(runAt === undefined ? {} : { runAt }),
  };
}

export function openJob(repository: RepoRef, installationId: number): JobSpec {
  return {
    handler: 'open-baseline',
    subject: `baseline:${repository.id}`,
    key: `open-baseline:${repository.id}`,
    installationId,
    data: { repository },
  };
}

/** One request per 100 repositories. Begun anew when it was interrupted: the order is by activity, so all of it has to be known. False when it has to be read again. */
async function list({ startedAt }: Onboarding, context: Context): Promise<boolean> {
  const { db, clock, github, job } = context;
  const begun = clock.now();
  const { installationId } = job;
  const account = (await findInstallation(db, installationId))?.account;
  if (account !== undefined) await ensureOrganisationPolicy(account, context);
  const selection = await selectionIn(context);
  for await (const page of batches(github.repositories.list(), PAGE)) {
    await saveRepositories(
      db,
      page.map((repository) => rowOf(repository, installationId)),
    );
    const judged = page.map((repository): Listed => {
      const { id, pushedAt } = repository;
      return { id, pushedAt, because: whySkipped(repository, selection, startedAt) };
    });
    await saveListed(db, installationId, judged, clock.now());
  }
  return markListed(db, installationId, begun, clock.now());
}

/** Null for one that is looked at: where it cannot have an issue, it gets its checks all the same. */
export function whySkipped(
  repository: Pick<Repository, 'name' | 'createdAt' | 'isArchived'>,
  selection: Selection,
  since: Date,
): SkipReason | null {
  return whyLeftOut(repository, selection, since) ?? (repository.isArchived ? 'archived' : null);
}

/** The marks and the jobs in one transaction: a crash repeats all of it or nothing. */
async function askForNext(context: Context): Promise<void> {
  const { db, clock, github, job, log } = context;
  const { installationId } = job;
  const now = clock.now();
  const isFinished = await inTransaction(db, async (trx) => {
    const inLine = await countInLine(trx, installationId);
    const next = await takeNext(trx, installationId, roomNow(inLine, context), now);
    const again = github.pace.roomForContent(inLine + next.length + AT_A_TIME);
    await enqueue(trx, clock, [
      ...next.map((repository) => openJob(repository, installationId)),
      ...((await hasWaiting(trx, installationId)) ? [onboardJob(installationId, again)] : []),
    ]);
    return finishOnboarding(trx, installationId, now);
  });
  const progress = await onboardingProgress(installationId, context);
  if (progress === null) return;
  const { opened, total, skipped, hoursLeft } = progress;
  log.info(
    { opened, total, skipped, hoursLeft, text: progressText(progress) },
    isFinished ? 'onboarding finished' : 'onboarding',
  );
}

/** How many may be asked for now: those in line have not taken their turn yet, and it is theirs. */
function roomNow(inLine: number, { clock, github }: Context): number {
  let room = 0;
  // The clock is read after the pace has read it: what has room at once has it at the time of that look.
  while (room < AT_A_TIME && github.pace.roomForContent(inLine + room + 1) <= clock.now()) room += 1;
  return room;
}
