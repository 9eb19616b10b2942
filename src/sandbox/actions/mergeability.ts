/** Whether a pull request may be merged, and GitHub's words for why not. */
import { ApiError } from '../api-error.js';
import { isAncestor } from '../git/history.js';
import { resolveCommit } from '../git/objects.js';
import { atLeast, roleOf } from '../state/access.js';
import type { BranchRules } from '../state/gates.js';
import type { PullRequest, Repository } from '../state/model.js';
import { type RequiredCheckState, requiredChecks, rulesOn } from '../state/protection.js';
import type { State } from '../state/state.js';
import type { Actor, World } from '../world.js';

/** What somebody is held to: administrators are let through where the rules say so. */
function rulesFor(state: State, login: string, repo: Repository, branch: string): BranchRules[] {
  const isAdmin = atLeast(roleOf(state, repo, login), 'admin');
  return rulesOn(state, repo, branch).filter(({ admins }) => admins || !isAdmin);
}

const NOT_PASSED = ['expected', 'pending', 'failing'] as const;

function checksBlocker(checks: readonly RequiredCheckState[]): string | null {
  const missing = checks.filter(({ state }) => state !== 'passed');
  const [first] = missing;
  if (first === undefined) return null;
  if (missing.length === 1) return `Required status check "${first.context}" is ${first.state}.`;
  const counts = NOT_PASSED.map((word) => ({ word, count: missing.filter(({ state }) => state === word).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`);
  return `${missing.length} of ${checks.length} required status checks have not succeeded: ${counts.join(', ')}.`;
}

/** Why the pull request may not even be queued, null when it may. Conflicts are found by merging. */
export async function queueBlocker(
  state: State,
  login: string,
  repo: Repository,
  pull: PullRequest,
): Promise<string | null> {
  if (pull.draft) return 'Pull Request is still a draft';
  const rules = rulesFor(state, login, repo, pull.baseRef);
  const blocker = checksBlocker(requiredChecks(state, repo, rules, pull.headSha));
  if (blocker !== null || !rules.some(({ upToDate }) => upToDate)) return blocker;
  const base = await resolveCommit(repo.gitDir, `refs/heads/${pull.baseRef}`);
  const current = base !== null && (await isAncestor(repo.gitDir, base, pull.headSha));
  return current ? null : 'Head branch is out of date. Review and try the merge again.';
}

/** Whether only the merge queue of a branch may merge what somebody brings. */
export function needsQueue(state: State, login: string, repo: Repository, branch: string): boolean {
  return rulesFor(state, login, repo, branch).some(({ mergeQueue }) => mergeQueue);
}

/** @throws ApiError 405 while a required check is missing, and where only the merge queue may merge. */
export async function ensureMergeable(world: World, actor: Actor, repo: Repository, pull: PullRequest): Promise<void> {
  const blocker = await queueBlocker(world.state, actor.user.login, repo, pull);
  if (blocker !== null) throw new ApiError(405, blocker);
  if (needsQueue(world.state, actor.user.login, repo, pull.baseRef)) {
    throw new ApiError(405, 'Changes must be made through the merge queue');
  }
}
