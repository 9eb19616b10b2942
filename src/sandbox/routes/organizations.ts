/** Organisations, their members and teams. */
import { notFound } from '../api-error.js';
import { type ApiCall, noContent, ok, type Reply, type Route } from '../http/call.js';
import type { Organization, Team } from '../state/model.js';
import { accountView, organizationView, teamView } from '../views/people.js';

function pathOrganization(call: ApiCall): Organization {
  const organization = call.world.state.organization(call.param('org'));
  if (organization === undefined) throw notFound();
  return organization;
}

function pathTeam(call: ApiCall): Team {
  const { login } = pathOrganization(call);
  const slug = call.param('team_slug').toLowerCase();
  const team = [...call.world.state.teams.values()].find((entry) => entry.org === login && entry.slug === slug);
  if (team === undefined) throw notFound();
  return team;
}

/** Its settings are for its owners, and for Apps that they trust with its administration. */
function organization(call: ApiCall): Reply {
  const { caller, world } = call;
  const found = pathOrganization(call);
  const isTold =
    caller.kind === 'installation'
      ? caller.token.permissions.organization_administration !== undefined
      : caller.kind === 'user' && found.members.get(caller.user.login.toLowerCase()) === 'admin';
  const settings = {
    two_factor_requirement_enabled: found.asksForSecondFactor,
    default_repository_permission: found.defaultPermission,
  };
  return ok({ ...organizationView(world, found), type: 'Organization', ...(isTold && settings) });
}

function members(call: ApiCall): Reply {
  const role = call.query('role') ?? 'all';
  const logins = [...pathOrganization(call).members].filter(([, own]) => role === 'all' || own === role);
  return call.paged(logins, ([login]) => accountView(call.world, login));
}

function isMember(call: ApiCall): Reply {
  if (!pathOrganization(call).members.has(call.param('username').toLowerCase())) throw notFound();
  return noContent();
}

function membership(call: ApiCall): Reply {
  const organization = pathOrganization(call);
  const login = call.param('username').toLowerCase();
  const role = organization.members.get(login);
  if (role === undefined) throw notFound();
  const url = `${call.world.url}/api/v3/orgs/${organization.login}`;
  return ok({
    url: `${url}/memberships/${login}`,
    state: 'active',
    role,
    organization_url: url,
    organization: organizationView(call.world, organization),
    user: accountView(call.world, login),
  });
}

function teams(call: ApiCall): Reply {
  const { login } = pathOrganization(call);
  const own = [...call.world.state.teams.values()].filter((team) => team.org === login);
  return call.paged(own, (team) => teamView(call.world, team));
}

function teamMembership(call: ApiCall): Reply {
  const team = pathTeam(call);
  const login = call.param('username').toLowerCase();
  const role = team.members.get(login);
  if (role === undefined) throw notFound();
  const url = `${call.world.url}/api/v3/orgs/${team.org}/teams/${team.slug}/memberships/${login}`;
  return ok({ url, role, state: 'active' });
}

const TEAM = '/orgs/{org}/teams/{team_slug}';

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/orgs/{org}',
    caller: 'any',
    handle: organization,
  },
  { method: 'GET', path: '/orgs/{org}/members', caller: 'any', handle: members },
  { method: 'GET', path: '/orgs/{org}/members/{username}', caller: 'any', handle: isMember },
  { method: 'GET', path: '/orgs/{org}/memberships/{username}', caller: 'any', handle: membership },
  { method: 'GET', path: '/orgs/{org}/teams', caller: 'any', handle: teams },
  { method: 'GET', path: TEAM, caller: 'any', handle: (call) => ok(teamView(call.world, pathTeam(call))) },
  {
    method: 'GET',
    path: `${TEAM}/members`,
    caller: 'any',
    handle: (call) => call.paged([...pathTeam(call).members.keys()], (login) => accountView(call.world, login)),
  },
  { method: 'GET', path: `${TEAM}/memberships/{username}`, caller: 'any', handle: teamMembership },
];

export default routes;
