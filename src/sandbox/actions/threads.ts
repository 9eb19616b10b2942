/** Issues and pull requests share numbers and most of what can be changed about them; the webhooks differ. */
import type { Issue, Repository } from '../state/model.js';
import type { Actor, World } from '../world.js';
import { type IssueChange, updateIssue } from './issues.js';
import { updatePullRequest } from './pulls.js';

/**
 * Changes an issue, or the pull request of the same number: its text and state are its own to tell of, the rest is the issue's.
 * @throws ApiError 403, 404, 410 or 422.
 */
export async function updateThread(
  world: World,
  actor: Actor,
  repo: Repository,
  issue: Issue,
  change: IssueChange,
): Promise<Issue> {
  const pull = issue.isPullRequest ? world.state.pullRequest(repo.id, issue.number) : undefined;
  if (pull === undefined) return updateIssue(world, actor, repo, issue, change);
  const { title, body, state, stateReason: _reason, ...rest } = change;
  await updatePullRequest(world, actor, repo, pull, {
    ...(title !== undefined && { title }),
    ...(body !== undefined && { body }),
    ...(state !== undefined && { state }),
  });
  return updateIssue(world, actor, repo, issue, rest);
}
