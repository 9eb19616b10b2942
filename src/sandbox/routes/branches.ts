/** Branches and their classic protection. */
import { ApiError, notFound } from '../api-error.js';
import { readRefs } from '../git/objects.js';
import { type ApiCall, ok, type Reply, type Route } from '../http/call.js';
import { atLeast, roleOf } from '../state/access.js';
import type { BranchProtection } from '../state/gates.js';
import { protectionOf, rulesOn } from '../state/protection.js';
import { commitView } from '../views/commit.js';
import { branchApi, branchProtectionSummary, protectionView } from '../views/protection.js';
import { repositoryApi, repositoryHtml } from '../views/repository.js';
import { commitOf } from './_git.js';

/** @throws ApiError 404 when there is no such branch. */
async function headOf(call: ApiCall): Promise<string> {
  const sha = (await readRefs(call.repo.gitDir)).get(`refs/heads/${call.param('branch')}`);
  if (sha === undefined) throw new ApiError(404, 'Branch not found');
  return sha;
}

async function list(call: ApiCall): Promise<Reply> {
  const { repo, world } = call;
  const wanted = call.query('protected');
  const branches = [...(await readRefs(repo.gitDir))]
    .filter(([ref]) => ref.startsWith('refs/heads/'))
    .map(([ref, sha]) => ({ name: ref.slice('refs/heads/'.length), sha }))
    .filter(({ name }) => wanted === null || String(rulesOn(world.state, repo, name).length > 0) === wanted);
  return call.paged(branches, ({ name, sha }) => ({
    name,
    commit: { sha, url: `${repositoryApi(world, repo)}/commits/${sha}` },
    ...branchProtectionSummary(world, repo, name),
  }));
}

async function get(call: ApiCall): Promise<Reply> {
  const { repo, world } = call;
  const name = call.param('branch');
  const commit = await commitOf(repo, await headOf(call));
  return ok({
    name,
    commit: commitView(world, repo, commit),
    _links: { self: branchApi(world, repo, name), html: `${repositoryHtml(world, repo)}/tree/${name}` },
    ...branchProtectionSummary(world, repo, name),
  });
}

/** People need to be administrators to look. An App without the permission is refused before it gets here. */
async function classic(call: ApiCall): Promise<BranchProtection> {
  const { caller, repo, world } = call;
  if (caller.kind === 'anonymous') throw notFound();
  if (caller.kind === 'user' && !atLeast(roleOf(world.state, repo, caller.user.login), 'admin')) throw notFound();
  await headOf(call);
  const protection = protectionOf(world.state, repo, call.param('branch'));
  if (protection === null) throw new ApiError(404, 'Branch not protected');
  return protection;
}

/** The whole, or one section of it: 404 for a section that is switched off. */
function section(key?: string): (call: ApiCall) => Promise<Reply> {
  return async (call) => {
    const protection = await classic(call);
    const whole = protectionView(call.world, call.repo, call.param('branch'), protection);
    const part = key === undefined ? whole : whole[key];
    if (part === undefined) throw notFound();
    return ok(part);
  };
}

const ONE = '/repos/{owner}/{repo}/branches/{branch}';

const routes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/branches', caller: 'any', handle: list },
  { method: 'GET', path: ONE, caller: 'any', handle: get },
  { method: 'GET', path: `${ONE}/protection`, caller: 'any', handle: section() },
  ...['enforce_admins', 'required_pull_request_reviews', 'required_signatures', 'required_status_checks'].map(
    (key): Route => ({ method: 'GET', path: `${ONE}/protection/${key}`, caller: 'any', handle: section(key) }),
  ),
];

export default routes;
