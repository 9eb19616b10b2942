/** Repositories: one, an organisation's, and who may do what in them. */
import { notFound } from '../api-error.js';
import { type ApiCall, ok, type Reply, type Route } from '../http/call.js';
import { atLeast, legacyPermission, roleOf } from '../state/access.js';
import { reaches } from '../http/caller.js';
import type { Repository } from '../state/model.js';
import { accountView } from '../views/people.js';
import { fullRepositoryView, permissionsView, repositoryView } from '../views/repository.js';
import { securityView } from '../views/settings.js';

function get(call: ApiCall): Reply {
  const { caller, repo, world } = call;
  const login = caller.kind === 'user' ? caller.user.login : null;
  const view = fullRepositoryView(world, repo, login);
  return ok(administers(call) ? { ...view, security_and_analysis: securityView(repo.settings) } : view);
}

function administers({ caller, repo, world }: ApiCall): boolean {
  if (caller.kind === 'installation') return caller.token.permissions.administration !== undefined;
  return caller.kind === 'user' && roleOf(world.state, repo, caller.user.login) === 'admin';
}

function permission(call: ApiCall): Reply {
  const { world, repo } = call;
  const login = call.param('username');
  const user = world.state.user(login);
  if (user === undefined) throw notFound();
  const role = roleOf(world.state, repo, login);
  const permissions = permissionsView(role);
  return ok({
    permission: legacyPermission(role),
    role_name: role,
    user: { ...accountView(world, user.login), permissions, role_name: role },
  });
}

/** `direct` have a grant of their own, `outside` are no members besides; otherwise members are collaborators, too. */
function collaborators(call: ApiCall): Reply {
  const { repo, world } = call;
  const members = world.state.organization(repo.owner)?.members ?? new Map<string, 'admin' | 'member'>();
  const direct = [...repo.collaborators.keys()];
  const affiliation = call.query('affiliation') ?? 'all';
  const wanted = call.query('permission');
  const logins = affiliation === 'all' ? [...new Set([...members.keys(), ...direct])] : direct;
  const listed = logins
    .filter((login) => affiliation !== 'outside' || !members.has(login))
    .map((login) => ({ login, role: roleOf(world.state, repo, login) }))
    .filter(({ role }) => role !== 'none' && (wanted !== 'admin' || role === 'admin'));
  return call.paged(listed, ({ login, role }) => ({
    ...accountView(world, login),
    permissions: permissionsView(role),
    role_name: role,
  }));
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
