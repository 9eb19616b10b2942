/** What the reconciler may spend of an installation's hourly limit, and what it has spent. */
import { countInRound, findRound } from '../../infra/db/reconcile.js';
import { budgetAt, isOver } from '../../infra/github/quota.js';
import { RetryAt } from '../../infra/queue/types.js';
import type { Context } from '../context.js';

/** @throws RetryAt when the share of this hour is spent, or little is left of the limit; nobody else waits for that. */
export async function withinBudget({ db, github, clock, job, reconcilePercent }: Context): Promise<void> {
  const round = await findRound(db, job.installationId);
  if (round === undefined) return;
  const spent = { count: round.spent, since: round.spent_since };
  const at = budgetAt(spent, github.quota(), reconcilePercent, clock.now());
  if (at !== null) throw new RetryAt(at, { scope: 'job' });
}

export async function count(more: { readonly spent: number; readonly repairs?: number }, context: Context) {
  const { db, clock, job } = context;
  const round = await findRound(db, job.installationId);
  if (round === undefined) return;
  const now = clock.now();
  await countInRound(db, job.installationId, more, isOver({ since: round.spent_since }, now), now);
}
