/** The baseline issue has to be there, and to say what holds: once a day it is read, whatever was or was not heard of it. */
import { findBaseline } from '../../infra/db/baselines.js';
import { writeJob } from '../note-edit.js';
import type { ReconcileStep } from './step.js';

const DAY = 86_400_000;

export const baselineStep: ReconcileStep = async ({ repository, row, known, spend }, { db, clock, job }) => {
  const { installationId } = job;
  const baseline = await findBaseline(db, repository.id);
  if (baseline === null || baseline.issue === null) {
    if (!row.has_issues) return { jobs: [] };
    const subject = `baseline:${repository.id}`;
    const key = `open-baseline:${repository.id}`;
    return { jobs: [{ handler: 'open-baseline', subject, key, installationId, data: { repository } }] };
  }
  const now = clock.now();
  const last = known.issue_asked_at;
  if (last !== null && now.getTime() - last.getTime() < DAY) return { jobs: [] };
  // The job's own: it reads the issue, takes ticks into account, and opens it anew when it is gone.
  spend(1);
  return { jobs: [writeJob(repository.id, installationId)], looked: { issue_asked_at: now } };
};
