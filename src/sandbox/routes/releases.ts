/** Releases: nobody makes one here, and whoever sees the repository is told so. */
import type { ApiCall, Reply, Route } from '../http/call.js';

function list(call: ApiCall): Reply {
  // Refuses who may not see it.
  void call.repo;
  return call.paged([], () => null);
}

const routes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/releases', caller: 'any', handle: list },
];

export default routes;
