/** Opens, changes and merges pull requests. */
import { ApiError, forbidden, invalid } from '../api-error.js';
import { commitsBetween, mergeBase } from '../git/history.js';
import { resolveCommit } from '../git/objects.js';
import { commitTree, mergeTrees } from '../git/write.js';
import { git } from '../git/run.js';
import type { Issue, PullRequest, Repository } from '../state/model.js';
import { issueKey } from '../state/state.js';
import { type Actor, timestamp, type World } from '../world.js';
import { addIssueRecord, editText, moveState } from './issues.js';
import { ensureMergeable } from './mergeability.js';
import { announcePull, fetchHead } from './pull-sync.js';
import { changeRefs } from './refs.js';
import { BODY_LIMIT, ensureLength, ensureMay, ensurePresent, may, TITLE_LIMIT } from './rules.js';

export interface NewPullRequest {
  readonly title: string;
  readonly body: string | null;
  /** A branch, or `owner:branch` of a repository in the same fork network. */
  readonly head: string;
  readonly base: string;
  readonly draft: boolean;
}

function invalidPull(field: string, message?: string): ApiError {
  const code = message === undefined ? 'invalid' : 'custom';
  return invalid({ resource: 'PullRequest', field, code, ...(message !== undefined && { message }) });
}

function headRepository(world: World, base: Repository, head: string): { repo: Repository; branch: string } {
  const colon = head.indexOf(':');
  const owner = colon < 0 ? base.owner : head.slice(0, colon);
  const branch = head.slice(colon + 1);
  if (owner.toLowerCase() === base.owner.toLowerCase()) return { repo: base, branch };
  const fork = world.state.repositoriesOf(owner).find((repo) => repo.parentId === base.id || repo.id === base.parentId);
  if (fork === undefined) throw invalidPull('head');
  return { repo: fork, branch };
}

/** @throws ApiError 404, or 422 when a branch is missing, there is nothing to merge, or one is open already. */
export async function openPullRequest(
  world: World,
  actor: Actor,
  repo: Repository,
  given: NewPullRequest,
): Promise<PullRequest> {
  ensureMay(world, actor, repo, 'read');
  const { repo: head, branch } = headRepository(world, repo, given.head);
  const headSha = await resolveCommit(head.gitDir, `refs/heads/${branch}`);
  if (headSha === null) throw invalidPull('head');
  const baseSha = await resolveCommit(repo.gitDir, `refs/heads/${given.base}`);
  if (baseSha === null) throw invalidPull('base');
  const twin = [...world.state.pullRequests.values()].find(
    (pull) =>
      pull.repositoryId === repo.id &&
      pull.headRepositoryId === head.id &&
      pull.headRef === branch &&
      pull.baseRef === given.base &&
      world.state.issue(repo.id, pull.number)?.state === 'open',
  );
  if (twin !== undefined) throw invalidPull('head', `A pull request already exists for ${head.owner}:${branch}.`);
  if (head.id !== repo.id) await git(repo.gitDir, ['fetch', '--quiet', '--no-tags', head.gitDir, headSha]);
  if ((await commitsBetween(repo.gitDir, [baseSha], headSha, 1)).length === 0) {
    throw invalidPull('base', `No commits between ${given.base} and ${branch}`);
  }
  const issue = addIssueRecord(world, actor, repo, { ...given, labels: [], assignees: [] }, true);
  const pull: PullRequest = {
    id: world.state.nextId(),
    repositoryId: repo.id,
    number: issue.number,
    headRepositoryId: head.id,
    headRef: branch,
    headSha,
    baseRef: given.base,
    baseSha,
    draft: given.draft,
    mergedAt: null,
    mergedBy: null,
    mergeCommitSha: null,
  };
  world.state.pullRequests.set(issueKey(repo.id, issue.number), pull);
  await fetchHead(repo, head, headSha, issue.number);
  announcePull(world, actor, repo, pull, 'opened');
  return pull;
}

export interface PullRequestChange {
  readonly title?: string;
  readonly body?: string | null;
  readonly base?: string;
  readonly state?: 'open' | 'closed';
  readonly draft?: boolean;
}

/** @throws ApiError 403, 404 or 422. */
export async function updatePullRequest(
  world: World,
  actor: Actor,
  repo: Repository,
  pull: PullRequest,
  change: PullRequestChange,
): Promise<PullRequest> {
  ensureMay(world, actor, repo, 'read');
  const issue = world.state.issue(repo.id, pull.number);
  if (issue === undefined) throw new ApiError(404, 'Not Found');
  const own = issue.author.toLowerCase() === actor.user.login.toLowerCase();
  if (!own && !may(world, actor, repo, 'write')) throw forbidden('Must have write rights to Repository.');
  if (change.title !== undefined) ensurePresent('PullRequest', 'title', change.title);
  ensureLength('PullRequest', 'title', change.title ?? null, TITLE_LIMIT);
  ensureLength('PullRequest', 'body', change.body ?? null, BODY_LIMIT);
  const { title, body } = change;
  const text = { ...(title !== undefined && { title }), ...(body !== undefined && { body }) };
  const changes = editText(world, actor, issue, text);
  if (change.base !== undefined && change.base !== pull.baseRef) {
    const sha = await resolveCommit(repo.gitDir, `refs/heads/${change.base}`);
    if (sha === null) throw invalidPull('base');
    changes.base = { ref: { from: pull.baseRef }, sha: { from: pull.baseSha } };
    pull.baseRef = change.base;
    pull.baseSha = sha;
    issue.updatedAt = timestamp(world);
  }
  if (Object.keys(changes).length > 0) announcePull(world, actor, repo, pull, 'edited', { changes });
  if (change.draft !== undefined && change.draft !== pull.draft) {
    pull.draft = change.draft;
    announcePull(world, actor, repo, pull, change.draft ? 'converted_to_draft' : 'ready_for_review');
  }
  if (change.state !== undefined && pull.mergedAt === null && moveState(world, actor, issue, change.state, null)) {
    announcePull(world, actor, repo, pull, change.state === 'closed' ? 'closed' : 'reopened');
  }
  await world.settleQueues(repo);
  return pull;
}

export function mergeMessage(pull: PullRequest, issue: Issue): string {
  return `Merge pull request #${pull.number} from ${pull.headRef}\n\n${issue.title}\n`;
}

/** The tree a merge would give now, null when the two conflict. */
export async function mergedTree(repo: Repository, pull: PullRequest): Promise<string | null> {
  const base = await resolveCommit(repo.gitDir, `refs/heads/${pull.baseRef}`);
  if (base === null || (await mergeBase(repo.gitDir, base, pull.headSha)) === null) return null;
  return mergeTrees(repo.gitDir, base, pull.headSha);
}

/** @throws ApiError 403, or 405 when it is closed, conflicts, lacks a required check or has to go through a merge queue. */
export async function mergePullRequest(
  world: World,
  actor: Actor,
  repo: Repository,
  pull: PullRequest,
  method: 'merge' | 'squash',
): Promise<PullRequest> {
  ensureMay(world, actor, repo, 'write');
  const issue = world.state.issue(repo.id, pull.number);
  if (issue?.state === 'open') await ensureMergeable(world, actor, repo, pull);
  const merge = async () => {
    const base = await resolveCommit(repo.gitDir, `refs/heads/${pull.baseRef}`);
    const tree = await mergedTree(repo, pull);
    if (issue?.state !== 'open' || base === null || tree === null) {
      throw new ApiError(405, 'Pull Request is not mergeable');
    }
    const squash = method === 'squash';
    const message = squash ? `${issue.title} (#${pull.number})\n` : mergeMessage(pull, issue);
    const parents = squash ? [base] : [base, pull.headSha];
    const author = { name: actor.user.name ?? actor.user.login, email: actor.user.email };
    const sha = await commitTree(repo.gitDir, tree, parents, { message, author, at: world.clock.now() });
    pull.mergeCommitSha = sha;
    pull.mergedAt = timestamp(world);
    pull.mergedBy = actor.user.login;
    moveState(world, actor, issue, 'closed', null);
    await git(repo.gitDir, ['update-ref', `refs/heads/${pull.baseRef}`, sha, base]);
  };
  await changeRefs(world, actor, repo, merge, 'pr_merge');
  announcePull(world, actor, repo, pull, 'closed');
  return pull;
}
