/** Pull requests follow their head branch: new commits synchronize them, deletion closes them. */
import { git } from '../git/run.js';
import type { PullRequest, Repository } from '../state/model.js';
import type { Json } from '../views/people.js';
import { pullRequestView } from '../views/pull-request.js';
import { type Actor, timestamp, type World } from '../world.js';
import { moveState } from './issues.js';
import type { RefChange } from './push.js';

export function announcePull(
  world: World,
  actor: Actor,
  repo: Repository,
  pull: PullRequest,
  action: string,
  extra: Json = {},
): void {
  const view = pullRequestView(world, repo, pull);
  const payload = { number: pull.number, ...extra, pull_request: view };
  world.emit({ name: 'pull_request', action, repository: repo, sender: actor.user, payload });
}

/** Makes the head's commits part of the base repository, under `refs/pull/N/head`, also from forks. */
export async function fetchHead(base: Repository, head: Repository, sha: string, number: number): Promise<void> {
  const ref = `refs/pull/${number}/head`;
  if (head.id !== base.id) await git(base.gitDir, ['fetch', '--quiet', '--no-tags', head.gitDir, sha]);
  await git(base.gitDir, ['update-ref', ref, sha]);
}

/** Called for every branch that moved in `head`. */
export async function syncPullRequests(world: World, actor: Actor, head: Repository, change: RefChange): Promise<void> {
  for (const pull of world.state.pullRequests.values()) {
    if (pull.headRepositoryId !== head.id || pull.headRef !== change.branch || pull.mergedAt !== null) continue;
    const base = world.state.repositories.get(pull.repositoryId);
    const issue = world.state.issue(pull.repositoryId, pull.number);
    if (base === undefined || issue?.state !== 'open') continue;
    if (change.head === null) {
      moveState(world, actor, issue, 'closed', null);
      announcePull(world, actor, base, pull, 'closed');
      continue;
    }
    const before = pull.headSha;
    await fetchHead(base, head, change.head, pull.number);
    pull.headSha = change.head;
    issue.updatedAt = timestamp(world);
    announcePull(world, actor, base, pull, 'synchronize', { before, after: change.head });
  }
}
