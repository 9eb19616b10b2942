/** Looks at one repository: what ought to be there and is not is put in line, as if its webhook had come. */
import { inTransaction } from '../../infra/db/database.js';
import { findRepository, removeRepositories, type RepositoryRow } from '../../infra/db/installations.js';
import { findReconciled, findRound, saveLooked, subjectsInWork } from '../../infra/db/reconcile.js';
import { Forbidden, NotFound } from '../../infra/github/errors.js';
import { enqueue } from '../../infra/queue/queue.js';
import type { Context } from '../context.js';
import { rememberRepository } from '../remember-repository.js';
import { count, withinBudget } from './budget.js';
import type { Found, Look, ReconcileStep } from './step.js';
import { STEPS } from './steps.js';

export async function reconcileRepository(repositoryId: number, context: Context): Promise<void> {
  const { db, clock, log } = context;
  await withinBudget(context);
  let spent = 0;
  const spend = (requests: number) => {
    spent += requests;
  };
  try {
    const row = await present(repositoryId, spend, context);
    const known = await findReconciled(db, repositoryId);
    if (row === null || known === undefined) return;
    // Looked at all the same, or the round would never seem to come to its end.
    if (row.archived) return await saveLooked(db, repositoryId, {}, clock.now());
    const look: Look = {
      repository: { id: row.id, owner: row.owner, name: row.name },
      row,
      defaultBranch: row.default_branch ?? 'main',
      known,
      isPushedTo: known.activity_id === null || known.looked_pushed_at?.getTime() !== known.pushed_at?.getTime(),
      spend,
    };
    const found: Found[] = [];
    for (const step of STEPS) found.push(await allowed(step, look, context));
    const repairs = await inTransaction(db, async (trx) => {
      const jobs = found.flatMap((each) => each.jobs);
      const inWork = await subjectsInWork(
        trx,
        jobs.map(({ subject }) => subject),
      );
      const missing = jobs.filter(({ subject }) => !inWork.has(subject));
      await enqueue(trx, clock, missing);
      await saveLooked(trx, repositoryId, Object.assign({}, ...found.map(({ looked }) => looked)), clock.now());
      return missing.map(({ handler }) => handler).filter((handler) => handler !== 'write-issue');
    });
    if (repairs.length > 0) log.info({ repositoryId, repairs }, 'what was missing is put in line');
    await count({ spent: 0, repairs: repairs.length }, context);
  } finally {
    if (spent > 0) await count({ spent }, context);
  }
}

/** A step that a permission is missing for finds nothing, and the others go on: what is missing is said elsewhere. */
async function allowed(step: ReconcileStep, look: Look, context: Context): Promise<Found> {
  try {
    return await step(look, context);
  } catch (error) {
    if (error instanceof Forbidden && error.reason === 'permission') return { jobs: [] };
    throw error;
  }
}

/** A list that is read while repositories come and go may miss one now and then, but not for a day. */
const UNLISTED_MS = 24 * 3_600_000;

/** The repository as it is; one that GitHub's list did not name is asked for, and taken out where it is gone. */
async function present(id: number, spend: Look['spend'], context: Context): Promise<RepositoryRow | null> {
  const { db, clock, job } = context;
  const row = await findRepository(db, id);
  if (row === undefined || row.removed_at !== null || row.installation_id !== job.installationId) return null;
  const [known, round] = [await findReconciled(db, id), await findRound(db, job.installationId)];
  if (known === undefined || round === undefined || known.listed_at >= round.started_at) return row;
  spend(1);
  try {
    await rememberRepository(row, context);
    // Public ones are shown to everybody, also when they were taken out of the installation.
    if (round.started_at.getTime() - known.listed_at.getTime() < UNLISTED_MS)
      return (await findRepository(db, id)) ?? null;
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
  }
  await removeRepositories(db, [id], clock.now(), job.installationId);
  return null;
}
