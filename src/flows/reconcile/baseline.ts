/** The baseline issue has to be there, and to say what holds: once a day it is read, whatever was or was not heard of it. */
import { findBaseline } from '../../infra/db/baselines.js';
import { findOnboarding, onboardingStateOf, relist } from '../../infra/db/onboarding.js';
import type { RepoRef } from '../../core/repo-ref.js';
import type { Context } from '../context.js';
import { writeJob } from '../note-edit.js';
import { onboardJob, openJob } from '../onboard.js';
import type { ReconcileStep } from './step.js';

const DAY = 86_400_000;

export const baselineStep: ReconcileStep = async ({ repository, row, known, spend }, { db, clock, job }) => {
  const { installationId } = job;
  const baseline = await findBaseline(db, repository.id);
  if (baseline === null || baseline.issue === null) {
    if (!row.has_issues) return { jobs: [] };
    return { jobs: await opening(repository, installationId, { db, clock }) };
  }
  const now = clock.now();
  const last = known.issue_asked_at;
  if (last !== null && now.getTime() - last.getTime() < DAY) return { jobs: [] };
  // The job's own: it reads the issue, takes ticks into account, and opens it anew when it is gone.
  spend(1);
  return { jobs: [writeJob(repository.id, installationId)], looked: { issue_asked_at: now } };
};

/** Onboarding opens issues, at its own pace and those that were chosen; one that had its issue gets it back at once. */
async function opening(repository: RepoRef, installationId: number, { db, clock }: Pick<Context, 'db' | 'clock'>) {
  const state = await onboardingStateOf(db, repository.id);
  if (state === 'opened') return [openJob(repository, installationId)];
  const onboarding = await findOnboarding(db, installationId);
  // It has this one in its line, or left it out, or is about to come across it.
  if (state !== null || (onboarding !== null && onboarding.finishedAt === null)) return [];
  await relist(db, installationId, clock.now());
  return [onboardJob(installationId)];
}
