/** Goes through an installation's repositories, those pushed to last first, and has each looked at, a few at a time. */
import { inTransaction } from '../../infra/db/database.js';
import { saveRepositories } from '../../infra/db/installations.js';
import {
  beginRound,
  dueRepositories,
  endRound,
  findRound,
  markAsked,
  type Round,
  saveListed,
} from '../../infra/db/reconcile.js';
import { enqueue } from '../../infra/queue/queue.js';
import type { JobSpec } from '../../infra/queue/types.js';
import type { Context } from '../context.js';
import { writeJob } from '../note-edit.js';
import { rememberFacts, rowOf } from '../remember-repository.js';
import { count, withinBudget } from './budget.js';

/** Looks put in line at once, and the pause before the next: slower than GitHub lets an installation ask. */
const BATCH = 50;
const PAUSE_MS = 10_000;

/** A round that ended so recently was not without reason to: starts and chores that come together make one round. */
const SHORTEST_PAUSE_MS = 30 * 60_000;

/** Safe to be cut off: pages read and looks put in line are noted, and the next run goes on from there. */
export async function reconcileInstallation(context: Context): Promise<void> {
  const { db, clock, job, log } = context;
  const { installationId } = job;
  const round = await currentRound(context);
  if (round === null) return;
  await listAll(round, context);
  await withinBudget(context);
  const due = await dueRepositories(db, round, BATCH);
  const now = clock.now();
  const isLast = due.length < BATCH;
  const looks = due.map(({ id }) => lookJob(id, installationId));
  const ids = due.map(({ id }) => id);
  await inTransaction(db, async (trx) => {
    await markAsked(trx, round, ids, now);
    const more = isLast ? [] : [walkJob(installationId, new Date(now.getTime() + PAUSE_MS))];
    await enqueue(trx, clock, [...looks, ...more]);
    if (isLast) await endRound(trx, installationId, now);
  });
  if (isLast) log.info({ repairs: (await findRound(db, installationId))?.repairs }, 'every repository is in line');
}

/** The job that begins a round, or goes on with the one under way. */
export function walkJob(installationId: number, runAt?: Date): JobSpec {
  const subject = `reconcile:${installationId}`;
  const job = { handler: 'reconcile-installation', subject, key: subject, installationId, data: {} };
  return runAt === undefined ? job : { ...job, runAt };
}

function lookJob(repositoryId: number, installationId: number): JobSpec {
  const subject = `reconcile-repository:${repositoryId}`;
  return { handler: 'reconcile-repository', subject, key: subject, installationId, data: { repositoryId } };
}

/** Null when one has only just ended. */
async function currentRound({ db, clock, job }: Context): Promise<Round | null> {
  const last = await findRound(db, job.installationId);
  const now = clock.now();
  if (last === undefined) return beginRound(db, job.installationId, now);
  if (last.ended_at === null) return last;
  return now.getTime() - last.ended_at.getTime() < SHORTEST_PAUSE_MS ? null : beginRound(db, job.installationId, now);
}

/** Reads what is left of GitHub's list: names, settings and last pushes as they are now, whatever webhooks said. */
async function listAll(round: Round, context: Context): Promise<void> {
  const { db, github, job } = context;
  for (let page = round.page; page !== null; ) {
    await withinBudget(context);
    const { repositories, next } = await github.repositories.page(page);
    await count({ spent: 1 }, context);
    const distinct = [...new Map(repositories.map((each) => [each.id, each])).values()];
    await saveRepositories(
      db,
      distinct.map((repository) => rowOf(repository, job.installationId)),
    );
    const changed = await rememberFacts(distinct, context);
    await inTransaction(db, async (trx) => {
      await enqueue(
        trx,
        context.clock,
        changed.map(({ id }) => writeJob(id, job.installationId)),
      );
      await saveListed(trx, round, distinct, next);
    });
    page = next;
  }
}
