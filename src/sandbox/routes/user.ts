/** What a person asks about themselves, with a token of their own or of an App that they signed in with. */
import { ApiError, notFound } from '../api-error.js';
import { type ApiCall, ok, type Reply, type Route } from '../http/call.js';
import type { Caller } from '../http/caller.js';
import { explicitRoleOf } from '../state/access.js';
import type { App, Installation, Repository } from '../state/model.js';
import { sees } from '../state/state.js';
import { accountView, installationView, organizationView, userView } from '../views/people.js';
import { permissionsView, repositoryView } from '../views/repository.js';

type UserCaller = Extract<Caller, { kind: 'user' }>;

function userOf({ caller }: ApiCall): UserCaller {
  if (caller.kind === 'user') return caller;
  if (caller.kind === 'installation') throw new ApiError(403, 'Resource not accessible by integration');
  throw new ApiError(401, 'Requires authentication');
}

/** Installations are an App's: a personal token has none. */
function throughApp(call: ApiCall): UserCaller & { readonly app: App } {
  const { app, ...caller } = userOf(call);
  if (app !== null) return { ...caller, app };
  throw new ApiError(
    403,
    'You must authenticate with an access token authorized to a GitHub App in order to list installations',
  );
}

/** Those in the installation that the person was given, not those that everybody may read. */
function given({ world }: ApiCall, { user }: UserCaller, installation: Installation): Repository[] {
  return world.state
    .repositoriesOf(installation.account)
    .filter((repo) => sees(installation, repo) && explicitRoleOf(world.state, repo, user.login) !== 'none');
}

function concerns(call: ApiCall, caller: UserCaller, installation: Installation): boolean {
  const { account } = installation;
  const login = caller.user.login.toLowerCase();
  const isOwner =
    account.toLowerCase() === login || call.world.state.organization(account)?.members.get(login) === 'admin';
  return isOwner || given(call, caller, installation).length > 0;
}

function own(call: ApiCall, caller: UserCaller & { readonly app: App }): Installation[] {
  return [...call.world.state.installations.values()].filter(
    (installation) => installation.appId === caller.app.id && concerns(call, caller, installation),
  );
}

function installations(call: ApiCall): Reply {
  const listed = own(call, throughApp(call));
  return call.paged(listed, (installation) => installationView(call.world, installation), 'installations');
}

function repositories(call: ApiCall): Reply {
  const caller = throughApp(call);
  const installation = own(call, caller).find(({ id }) => id === call.id('installation_id'));
  if (installation === undefined) throw notFound();
  if (installation.suspendedAt !== null) throw new ApiError(403, 'This installation has been suspended');
  const view = (repo: Repository) => ({
    ...repositoryView(call.world, repo),
    permissions: permissionsView(explicitRoleOf(call.world.state, repo, caller.user.login)),
  });
  return call.paged(given(call, caller, installation), view, 'repositories');
}

/** An App has to be allowed to know members, too. */
function membership(call: ApiCall): Reply {
  const { world } = call;
  const { user, app } = userOf(call);
  const organization = world.state.organization(call.param('org'));
  const role = organization?.members.get(user.login.toLowerCase());
  if (organization === undefined || role === undefined) throw notFound();
  const mayKnow =
    app === null ||
    world.state
      .installationsOf(organization.login)
      .some(({ appId, permissions }) => appId === app.id && permissions.members !== undefined);
  if (!mayKnow) throw new ApiError(403, 'Resource not accessible by integration');
  const url = `${world.url}/api/v3/orgs/${organization.login}`;
  return ok({
    url: `${url}/memberships/${user.login}`,
    state: 'active',
    role,
    organization_url: url,
    organization: organizationView(world, organization),
    user: accountView(world, user.login),
  });
}

const routes: readonly Route[] = [
  { method: 'GET', path: '/user', caller: 'any', handle: (call) => ok(userView(call.world, userOf(call).user)) },
  { method: 'GET', path: '/user/installations', caller: 'any', handle: installations },
  {
    method: 'GET',
    path: '/user/installations/{installation_id}/repositories',
    caller: 'any',
    handle: repositories,
  },
  { method: 'GET', path: '/user/memberships/orgs/{org}', caller: 'any', handle: membership },
];

export default routes;
