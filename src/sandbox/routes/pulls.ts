/** Pull requests: list, one, its files and commits, and those of a commit. */
import { mergedTree, openPullRequest, updatePullRequest } from '../actions/pulls.js';
import { notFound } from '../api-error.js';
import { commitsBetween, diffFiles, mergeBase } from '../git/history.js';
import { readCommits } from '../git/objects.js';
import { type ApiCall, created, ok, type Reply, type Route } from '../http/call.js';
import type { PullRequest } from '../state/model.js';
import { requiredChecks, rulesOn } from '../state/protection.js';
import { commitView, fileView } from '../views/commit.js';
import { pullRequestView } from '../views/pull-request.js';
import { commitOf, diffReply } from './_git.js';

const FILES_LIMIT = 3_000;
const COMMITS_LIMIT = 250;

function pathPull(call: ApiCall): PullRequest {
  const pull = call.world.state.pullRequest(call.repo.id, call.id('pull_number'));
  if (pull === undefined) throw notFound();
  return pull;
}

function list(call: ApiCall): Reply {
  const { repo, world } = call;
  const state = call.query('state') ?? 'open';
  const head = call.query('head');
  const base = call.query('base');
  const label = (pull: PullRequest) =>
    `${world.state.repositories.get(pull.headRepositoryId ?? 0)?.owner ?? ''}:${pull.headRef}`;
  const pulls = [...world.state.pullRequests.values()]
    .filter((pull) => pull.repositoryId === repo.id)
    .filter((pull) => state === 'all' || world.state.issue(repo.id, pull.number)?.state === state)
    .filter((pull) => head === null || label(pull) === head)
    .filter((pull) => base === null || pull.baseRef === base)
    .sort((a, b) => (call.query('direction') === 'asc' ? a.number - b.number : b.number - a.number));
  return call.paged(pulls, (pull) => pullRequestView(world, repo, pull));
}

/** Where the head left its base. */
async function startOf(call: ApiCall, pull: PullRequest): Promise<string> {
  return (await mergeBase(call.repo.gitDir, pull.baseSha, pull.headSha)) ?? pull.baseSha;
}

/** `blocked` when a required check of the head has not passed. */
function mergeableState({ world, repo }: ApiCall, pull: PullRequest, tree: string | null): string {
  if (pull.mergedAt !== null) return 'unknown';
  if (tree === null) return 'dirty';
  if (pull.draft) return 'draft';
  const checks = requiredChecks(world.state, repo, rulesOn(world.state, repo, pull.baseRef), pull.headSha);
  return checks.every(({ state }) => state === 'passed') ? 'clean' : 'blocked';
}

async function get(call: ApiCall): Promise<Reply> {
  const { repo, world } = call;
  const pull = pathPull(call);
  const start = await startOf(call, pull);
  if (call.media === 'diff' || call.media === 'patch') return diffReply(repo, start, pull.headSha);
  const [files, commits, tree] = await Promise.all([
    diffFiles(repo.gitDir, start, pull.headSha),
    commitsBetween(repo.gitDir, [pull.baseSha], pull.headSha),
    pull.mergedAt === null ? mergedTree(repo, pull) : null,
  ]);
  return ok({
    ...pullRequestView(world, repo, pull),
    mergeable: pull.mergedAt === null ? tree !== null : null,
    mergeable_state: mergeableState(call, pull, tree),
    rebaseable: null,
    review_comments: 0,
    commits: commits.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  });
}

async function create(call: ApiCall): Promise<Reply> {
  const pull = await openPullRequest(call.world, call.actor, call.repo, {
    title: call.required('PullRequest', 'title'),
    head: call.required('PullRequest', 'head'),
    base: call.required('PullRequest', 'base'),
    body: call.textOrNull('PullRequest', 'body') ?? null,
    draft: call.body.draft === true,
  });
  return created(pullRequestView(call.world, call.repo, pull));
}

async function update(call: ApiCall): Promise<Reply> {
  const pull = pathPull(call);
  const title = call.text('PullRequest', 'title');
  const body = call.textOrNull('PullRequest', 'body');
  const base = call.text('PullRequest', 'base');
  const state = call.choice('PullRequest', 'state', ['open', 'closed']);
  await updatePullRequest(call.world, call.actor, call.repo, pull, {
    ...(title !== undefined && { title }),
    ...(body !== undefined && { body }),
    ...(base !== undefined && { base }),
    ...(state !== undefined && { state }),
  });
  return ok(pullRequestView(call.world, call.repo, pull));
}

async function files(call: ApiCall): Promise<Reply> {
  const pull = pathPull(call);
  const all = await diffFiles(call.repo.gitDir, await startOf(call, pull), pull.headSha);
  return call.paged(all.slice(0, FILES_LIMIT), (file) => fileView(call.world, call.repo, pull.headSha, file));
}

async function commits(call: ApiCall): Promise<Reply> {
  const pull = pathPull(call);
  const shas = await commitsBetween(call.repo.gitDir, [pull.baseSha], pull.headSha);
  const all = await readCommits(call.repo.gitDir, shas.slice(0, COMMITS_LIMIT));
  return call.paged(all, (commit) => commitView(call.world, call.repo, commit));
}

/** Open ones with this commit among theirs, and the one that brought it to its branch. */
async function ofCommit(call: ApiCall): Promise<Reply> {
  const { repo, world } = call;
  const { sha } = await commitOf(repo, call.param('commit_sha'));
  const found: PullRequest[] = [];
  for (const pull of world.state.pullRequests.values()) {
    if (pull.repositoryId !== repo.id) continue;
    const own = await commitsBetween(repo.gitDir, [pull.baseSha], pull.headSha);
    if (own.includes(sha) || pull.mergeCommitSha === sha) found.push(pull);
  }
  return call.paged(found, (pull) => pullRequestView(world, repo, pull));
}

const ONE = '/repos/{owner}/{repo}/pulls/{pull_number}';

const routes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/pulls', caller: 'any', handle: list },
  { method: 'POST', path: '/repos/{owner}/{repo}/pulls', caller: 'any', handle: create },
  { method: 'GET', path: ONE, caller: 'any', handle: get },
  { method: 'PATCH', path: ONE, caller: 'any', handle: update },
  { method: 'GET', path: `${ONE}/files`, caller: 'any', handle: files },
  { method: 'GET', path: `${ONE}/commits`, caller: 'any', handle: commits },
  { method: 'GET', path: '/repos/{owner}/{repo}/commits/{commit_sha}/pulls', caller: 'any', handle: ofCommit },
];

export default routes;
