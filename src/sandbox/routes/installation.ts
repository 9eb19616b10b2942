/** What an installation token says about itself: its repositories, its budget, its end. */
import { ApiError } from '../api-error.js';
import { type ApiCall, noContent, ok, type Reply, type Route } from '../http/call.js';
import { reaches } from '../http/caller.js';
import { repositoryView } from '../views/repository.js';

function repositories(call: ApiCall): Reply {
  const { caller, world } = call;
  if (caller.kind !== 'installation') throw new ApiError(403, 'Resource not accessible by integration');
  const all = world.state.repositoriesOf(caller.installation.account).filter((repo) => reaches(caller, repo));
  return call.paged(all, (repo) => repositoryView(world, repo), 'repositories');
}

function revoke(call: ApiCall): Reply {
  const { caller, world } = call;
  if (caller.kind === 'installation') world.state.accessTokens.delete(caller.token.token);
  return noContent();
}

function rateLimit(call: ApiCall): Reply {
  const core = call.world.limits.view(call.caller);
  const full = (limit: number) => ({ limit, used: 0, remaining: limit, reset: core.reset });
  return ok({ resources: { core, search: full(30), graphql: full(5_000) }, rate: core });
}

const routes: readonly Route[] = [
  { method: 'GET', path: '/installation/repositories', caller: 'installation', handle: repositories },
  { method: 'DELETE', path: '/installation/token', caller: 'installation', handle: revoke },
  { method: 'GET', path: '/rate_limit', caller: 'any', handle: rateLimit },
];

export default routes;
