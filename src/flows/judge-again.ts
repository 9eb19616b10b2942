/** Somebody asked on GitHub for a check to be run again: everything is looked at afresh, and said again even if it says the same. */
import type { RepoRef } from '../core/repo-ref.js';
import { findHead, forgetSaid, type Head } from '../infra/db/heads.js';
import type { PullRequest } from '../infra/github/gateway.js';
import { checkPolicy } from './check-policy.js';
import type { Context } from './context.js';
import { isOn } from './is-on.js';
import { judgePullRequest } from './judge-pull-request.js';
import { postLaunch } from './launch-check.js';
import { rememberRepository } from './remember-repository.js';
import { scanChanges } from './scan-changes.js';
import { postSecrets } from './secrets-check.js';

export interface Again {
  readonly repository: RepoRef;
  readonly sha: string;
}

/** Three requests and the reading. What was found stays found: only people take it back. */
export async function judgeAgain({ repository, sha }: Again, context: Context): Promise<void> {
  const { db, github } = context;
  const { defaultBranch } = await rememberRepository(repository, context);
  await forgetSaid(db, repository.id, sha);
  const onIt = await github.pulls.ofCommit(repository, sha);
  const pull = onIt.find(({ state, headSha }) => state === 'open' && headSha === sha);
  const known = await findHead(db, repository.id, sha);
  const head = await readAgain({ repository, sha }, known, defaultBranch, context);
  if (pull === undefined) await postSecrets(repository, head, context);
  else await judgeForMerge(repository, pull, defaultBranch, context);
  await postLaunch(repository, sha, context);
}

async function judgeForMerge(
  repository: RepoRef,
  pull: PullRequest,
  defaultBranch: string,
  context: Context,
): Promise<void> {
  const { headSha: head, baseRef, baseSha } = pull;
  await judgePullRequest({ repository, head, base: { ref: baseRef, sha: baseSha }, defaultBranch }, context);
  if (baseRef === defaultBranch) await checkPolicy({ repository, head, base: baseSha }, context);
}

/**
 * A commit that the default branch has not is read from there on, all of it. One that it has is read from the head before it; where
 * that is not known there is nothing to read from, and what was not seen stays so.
 */
async function readAgain(
  { repository, sha }: Again,
  known: Head | null,
  defaultBranch: string,
  context: Context,
): Promise<Head> {
  const isMerged = await isOn(defaultBranch, repository, sha, context);
  const from = isMerged ? (known?.follows ?? null) : defaultBranch;
  if (from === null && known !== null) return known;
  const changes = context.changes.between(repository, from ?? defaultBranch, sha);
  return scanChanges(repository, sha, changes, known?.follows ?? null, context, { isAnew: true });
}
