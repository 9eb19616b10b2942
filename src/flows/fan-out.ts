/** When readiness changes, every open pull request that it decides on is told: newest first, at a pace that leaves people theirs. */
import type { RepoRef } from '../core/repo-ref.js';
import { LAUNCH_CHECK } from '../domain/readiness/check-content.js';
import { isGated } from '../domain/readiness/gate.js';
import { launchCheck } from '../domain/readiness/launch-check.js';
import { withMissing } from '../domain/readiness/missing.js';
import { passedOn, savePassedOn } from '../infra/db/fan-outs.js';
import { checksOn, hasSaid } from '../infra/db/heads.js';
import { findRepository } from '../infra/db/installations.js';
import type { JobSpec } from '../infra/queue/types.js';
import { announceJob } from './announce-checks.js';
import type { Context } from './context.js';
import { answerOf, launchFacts } from './launch-check.js';
import { missingFor } from './missing.js';
import { openPulls } from './open-pulls.js';
import { policyOf } from './policy.js';
import { digestOf } from './post-check.js';

/** Asks for a round if the answer is another one than open pull requests were told. From the database only. */
export async function requestFanOut(repositoryId: number, context: Context): Promise<void> {
  const { db, clock, delays, job } = context;
  const row = await findRepository(db, repositoryId);
  if (row === undefined || row.removed_at !== null || row.archived) return;
  // Where nobody was told anything yet, nobody has to be told anew.
  if (!(await hasSaid(db, repositoryId, LAUNCH_CHECK))) return;
  const repository = { id: row.id, owner: row.owner, name: row.name };
  const told = await passedOn(db, repositoryId);
  if (told?.digest === answerOf(await launchFacts(repository, context)).digest) return;
  await context.enqueue([
    { ...fanOutJob(repository, job.installationId), runAt: new Date(clock.now().getTime() + delays.decisions) },
  ]);
}

/** The round itself, for those who know that it is needed. */
export function fanOutJob(repository: RepoRef, installationId: number): JobSpec {
  const line = `fan-out:${repository.id}`;
  return { handler: 'fan-out', subject: line, key: line, installationId, data: { repository } };
}

/**
 * One write for each open pull request that says something else. Nobody waits for what stands on the default branch's head, but
 * everybody sees its mark: it is renewed with the conclusion, by two requests.
 */
export async function fanOut({ repository }: { readonly repository: RepoRef }, context: Context): Promise<void> {
  const { db, clock, delays, job } = context;
  const { gates } = (await policyOf(repository, context)).policy;
  const defaultBranch = (await findRepository(db, repository.id))?.default_branch ?? '';
  const facts = await launchFacts(repository, context);
  const digest = digestOf(withMissing(launchCheck(facts), await missingFor(context)));
  const told = await checksOn(db, repository.id, LAUNCH_CHECK, digest);
  const outdated = new Set<string>();
  for (const { headSha, baseRef } of await openPulls(repository, context)) {
    if (isGated(baseRef, gates, defaultBranch) && !told.has(headSha)) outdated.add(headSha);
  }
  const answer = answerOf(facts);
  const isOther = (await passedOn(db, repository.id))?.conclusion !== answer.conclusion;
  const now = clock.now().getTime();
  await context.enqueue([
    ...[...outdated].map((sha, index) => ({
      ...judgeLaunchJob(repository, sha, job.installationId),
      runAt: new Date(now + index * delays.pullRequestsApart),
    })),
    ...(isOther ? [announceJob(repository, job.installationId)] : []),
  ]);
  // Not before: a round that was given up has told nobody, and is asked for again when anything asks next.
  await savePassedOn(db, repository.id, answer);
}

export function judgeLaunchJob(repository: RepoRef, sha: string, installationId: number): JobSpec {
  return {
    handler: 'judge-launch',
    subject: `head:${repository.id}:${sha}`,
    key: `judge-launch:${repository.id}:${sha}`,
    installationId,
    data: { repository, sha },
  };
}
