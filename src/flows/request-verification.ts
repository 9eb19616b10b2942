/** Asks for a look at one repository; a burst of reasons leads to one. */
import type { RepoRef } from '../core/repo-ref.js';
import type { JobSpec } from '../infra/queue/types.js';
import type { Context } from './context.js';

/** @param delay milliseconds in which further reasons may come */
export async function requestVerification(repository: RepoRef, context: Context, delay = 0): Promise<void> {
  const runAt = new Date(context.clock.now().getTime() + delay);
  await context.enqueue([verificationJob(repository, context.job.installationId, runAt)]);
}

/**
 * In a line of its own: looking takes seconds, and people's ticks do not wait for it. That nothing is overwritten is seen to when the
 * verdicts are put on record.
 */
export function verificationJob(repository: RepoRef, installationId: number, runAt: Date): JobSpec {
  return {
    handler: 'verify-repository',
    subject: `verification:${repository.id}`,
    key: `verify-repository:${repository.id}`,
    installationId,
    data: { repository },
    runAt,
  };
}
