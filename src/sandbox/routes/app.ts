/** What an App does as itself, with its JWT: look at itself and its installations, take tokens. */
import { ApiError, notFound } from '../api-error.js';
import { type ApiCall, created, ok, type Reply, type Route } from '../http/call.js';
import { mintInstallationToken } from '../http/tokens.js';
import type { AccessLevel, Installation, Permissions, Repository } from '../state/model.js';
import { sees } from '../state/state.js';
import { appView, installationView } from '../views/people.js';
import { repositoryView } from '../views/repository.js';

const LEVELS: readonly AccessLevel[] = ['read', 'write', 'admin'];

function own(call: ApiCall): Installation[] {
  return [...call.world.state.installations.values()].filter(({ appId }) => appId === call.app.id);
}

function pathInstallation(call: ApiCall): Installation {
  const installation = own(call).find(({ id }) => id === call.id('installation_id'));
  if (installation === undefined) throw notFound();
  return installation;
}

function on(call: ApiCall, account: string): Reply {
  const installation = own(call).find((entry) => entry.account.toLowerCase() === account.toLowerCase());
  if (installation === undefined) throw notFound();
  return ok(installationView(call.world, installation));
}

function onRepository(call: ApiCall): Reply {
  const repo = call.world.state.repositoryNamed(call.param('owner'), call.param('repo'));
  const installation = own(call).find((entry) => repo !== undefined && sees(entry, repo));
  if (installation === undefined) throw notFound();
  return ok(installationView(call.world, installation));
}

/** @throws ApiError 422 when more is asked for than was granted. */
function narrowed(granted: Permissions, asked: unknown): Permissions {
  if (typeof asked !== 'object' || asked === null) return granted;
  const wanted = Object.entries(asked as Record<string, AccessLevel>);
  const excessive = wanted.some(([name, level]) => {
    const have = granted[name];
    return have === undefined || !LEVELS.includes(level) || LEVELS.indexOf(level) > LEVELS.indexOf(have);
  });
  if (excessive) throw new ApiError(422, 'The permissions requested are not granted to this installation.');
  return Object.fromEntries(wanted);
}

/** The repositories a token is narrowed to, null for all. @throws ApiError 422 for one the installation does not see. */
function chosen(call: ApiCall, installation: Installation): Repository[] | null {
  const { repositories, repository_ids: ids } = call.body;
  if (!Array.isArray(repositories) && !Array.isArray(ids)) return null;
  const { state } = call.world;
  const named = (Array.isArray(repositories) ? repositories : []).map((name: unknown) =>
    state.repositoryNamed(installation.account, String(name)),
  );
  const numbered = (Array.isArray(ids) ? ids : []).map((id: unknown) => state.repositories.get(Number(id)));
  return [...named, ...numbered].map((repo) => {
    if (repo !== undefined && sees(installation, repo)) return repo;
    throw new ApiError(
      422,
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  });
}

function accessToken(call: ApiCall): Reply {
  const installation = pathInstallation(call);
  if (installation.suspendedAt !== null) throw new ApiError(403, 'This installation has been suspended');
  const permissions = narrowed(installation.permissions, call.body.permissions);
  const repositories = chosen(call, installation);
  const ids = repositories === null ? null : new Set(repositories.map(({ id }) => id));
  const record = mintInstallationToken(call.world, installation, permissions, ids);
  return created({
    token: record.token,
    expires_at: record.expiresAt.toISOString().replace(/\.\d{3}Z$/, 'Z'),
    permissions,
    repository_selection: repositories === null ? installation.selection : 'selected',
    ...(repositories && { repositories: repositories.map((repo) => repositoryView(call.world, repo)) }),
  });
}

const routes: readonly Route[] = [
  { method: 'GET', path: '/app', caller: 'app', handle: (call) => ok(appView(call.world, call.app)) },
  {
    method: 'GET',
    path: '/app/installations',
    caller: 'app',
    handle: (call) => call.paged(own(call), (installation) => installationView(call.world, installation)),
  },
  {
    method: 'GET',
    path: '/app/installations/{installation_id}',
    caller: 'app',
    handle: (call) => ok(installationView(call.world, pathInstallation(call))),
  },
  { method: 'POST', path: '/app/installations/{installation_id}/access_tokens', caller: 'app', handle: accessToken },
  { method: 'GET', path: '/orgs/{org}/installation', caller: 'app', handle: (call) => on(call, call.param('org')) },
  {
    method: 'GET',
    path: '/users/{username}/installation',
    caller: 'app',
    handle: (call) => on(call, call.param('username')),
  },
  { method: 'GET', path: '/repos/{owner}/{repo}/installation', caller: 'app', handle: onRepository },
];

export default routes;
