/** Commit statuses: the older kind of check. */
import { ensureMay } from '../actions/rules.js';
import { invalid } from '../api-error.js';
import { type ApiCall, created, ok, type Reply, type Route } from '../http/call.js';
import { pageOf } from '../http/paging.js';
import type { CommitStatus } from '../state/model.js';
import { statusView } from '../views/check.js';
import { commitView } from '../views/commit.js';
import { repositoryApi, repositoryView } from '../views/repository.js';
import { timestamp } from '../world.js';
import { commitOf } from './_git.js';

const STATES = ['error', 'failure', 'pending', 'success'] as const;
const DESCRIPTION_LIMIT = 140;
/** "There is a limit of 1000 statuses per sha and context within a repository." */
const STATUSES_LIMIT = 1_000;

function of(call: ApiCall, sha: string): CommitStatus[] {
  return [...call.world.state.statuses.values()]
    .filter((status) => status.repositoryId === call.repo.id && status.sha === sha)
    .sort((a, b) => b.id - a.id);
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

async function create(call: ApiCall): Promise<Reply> {
  const { repo, world } = call;
  const { actor } = call;
  ensureMay(world, actor, repo, 'write');
  const commit = await commitOf(repo, call.param('sha'));
  const state = call.choice('Status', 'state', STATES);
  if (state === undefined) throw invalid({ resource: 'Status', field: 'state', code: 'missing_field' });
  const description = call.textOrNull('Status', 'description') ?? null;
  const context = call.text('Status', 'context') ?? 'default';
  if ([...(description ?? '')].length > DESCRIPTION_LIMIT) {
    const message = `description is too long (maximum is ${DESCRIPTION_LIMIT} characters)`;
    throw invalid({ resource: 'Status', field: 'description', code: 'custom', message });
  }
  if (of(call, commit.sha).filter((status) => same(status.context, context)).length >= STATUSES_LIMIT) {
    const message = 'This SHA and context has reached the maximum number of statuses.';
    throw invalid({ resource: 'Status', field: 'context', code: 'custom', message });
  }
  const id = world.state.nextId();
  const status: CommitStatus = {
    id,
    repositoryId: repo.id,
    sha: commit.sha,
    context,
    state,
    description,
    targetUrl: call.textOrNull('Status', 'target_url') ?? null,
    creator: actor.user.login,
    createdAt: timestamp(world),
  };
  world.state.statuses.set(id, status);
  const { sha } = commit;
  const payload = { id, sha, name: `${repo.owner}/${repo.name}`, context, state, description };
  const extra = { target_url: status.targetUrl, commit: commitView(world, repo, commit), branches: [] };
  const times = { created_at: status.createdAt, updated_at: status.createdAt };
  world.emit({ name: 'status', repository: repo, sender: actor.user, payload: { ...payload, ...extra, ...times } });
  await world.settleQueues(repo);
  return created(statusView(world, repo, status));
}

function combinedState(statuses: readonly CommitStatus[]): string {
  if (statuses.some(({ state }) => state === 'error' || state === 'failure')) return 'failure';
  return statuses.length === 0 || statuses.some(({ state }) => state === 'pending') ? 'pending' : 'success';
}

async function combined(call: ApiCall): Promise<Reply> {
  const { repo, world } = call;
  const { sha } = await commitOf(repo, call.param('ref'));
  const newest = new Map<string, CommitStatus>();
  for (const status of of(call, sha)) {
    const key = status.context.toLowerCase();
    if (!newest.has(key)) newest.set(key, status);
  }
  const statuses = [...newest.values()];
  const api = repositoryApi(world, repo);
  const page = pageOf(statuses, call.request.url, world.url);
  const json = {
    state: combinedState(statuses),
    statuses: page.items.map((status) => statusView(world, repo, status)),
    sha,
    total_count: statuses.length,
    repository: repositoryView(world, repo),
    commit_url: `${api}/commits/${sha}`,
    url: `${api}/commits/${sha}/status`,
  };
  return ok(json, page.headers);
}

async function list(call: ApiCall): Promise<Reply> {
  const { sha } = await commitOf(call.repo, call.param('ref'));
  return call.paged(of(call, sha), (status) => statusView(call.world, call.repo, status));
}

const routes: readonly Route[] = [
  { method: 'POST', path: '/repos/{owner}/{repo}/statuses/{sha}', caller: 'any', handle: create },
  { method: 'GET', path: '/repos/{owner}/{repo}/commits/{ref}/status', caller: 'any', handle: combined },
  { method: 'GET', path: '/repos/{owner}/{repo}/commits/{ref}/statuses', caller: 'any', handle: list },
];

export default routes;
