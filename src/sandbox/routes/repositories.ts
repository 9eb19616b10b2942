/** Repositories: one, an organisation's, and who may do what in them. */
import { notFound } from '../api-error.js';
import { type ApiCall, ok, type Reply, type Route } from '../http/call.js';
import { atLeast, legacyPermission, roleOf } from '../state/access.js';
import { reaches } from '../http/caller.js';
import type { Repository } from '../state/model.js';
import { accountView } from '../views/people.js';
import { fullRepositoryView, repositoryView } from '../views/repository.js';

function get(call: ApiCall): Reply {
  const login = call.caller.kind === 'user' ? call.caller.user.login : null;
  return ok(fullRepositoryView(call.world, call.repo, login));
}

function permission(call: ApiCall): Reply {
  const { world, repo } = call;
  const login = call.param('username');
  const user = world.state.user(login);
  if (user === undefined) throw notFound();
  const role = roleOf(world.state, repo, login);
  const permissions = {
    admin: atLeast(role, 'admin'),
    maintain: atLeast(role, 'maintain'),
    push: atLeast(role, 'write'),
    triage: atLeast(role, 'triage'),
    pull: atLeast(role, 'read'),
  };
  return ok({
    permission: legacyPermission(role),
    role_name: role,
    user: { ...accountView(world, user.login), permissions, role_name: role },
  });
}

function collaborators(call: ApiCall): Reply {
  return call.paged([...call.repo.collaborators.keys()], (login) => accountView(call.world, login));
}

function visible(call: ApiCall, repo: Repository): boolean {
  if (!repo.private) return true;
  if (call.caller.kind === 'installation') return reaches(call.caller, repo);
  return call.caller.kind === 'user' && atLeast(roleOf(call.world.state, repo, call.caller.user.login), 'read');
}

function ofOrganization(call: ApiCall): Reply {
  const organization = call.world.state.organization(call.param('org'));
  if (organization === undefined) throw notFound();
  const repos = call.world.state.repositoriesOf(organization.login).filter((repo) => visible(call, repo));
  return call.paged(repos, (repo) => repositoryView(call.world, repo));
}

function user(call: ApiCall): Reply {
  const login = call.param('username');
  const { state } = call.world;
  if (state.user(login) === undefined && state.organization(login) === undefined) throw notFound();
  return ok({ ...accountView(call.world, login), name: state.user(login)?.name ?? null });
}

const routes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}', caller: 'any', handle: get },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/collaborators/{username}/permission',
    caller: 'any',
    handle: permission,
  },
  { method: 'GET', path: '/repos/{owner}/{repo}/collaborators', caller: 'any', handle: collaborators },
  { method: 'GET', path: '/orgs/{org}/repos', caller: 'any', handle: ofOrganization },
  { method: 'GET', path: '/users/{username}', caller: 'any', handle: user },
];

export default routes;
