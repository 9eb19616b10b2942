/** Check suites, and whether pushes make them by themselves. */
import { announceSuite, ensureSuite, findSuite, rerequestSuite } from '../actions/checks.js';
import { ApiError, forbidden, notFound } from '../api-error.js';
import { resolveCommit } from '../git/objects.js';
import { type ApiCall, created, ok, type Reply, type Route } from '../http/call.js';
import { checkSuiteView } from '../views/check.js';
import { repositoryView } from '../views/repository.js';
import { commitOf } from './_git.js';

async function create(call: ApiCall): Promise<Reply> {
  const { repo, world } = call;
  const { user, viaApp } = call.actor;
  if (viaApp === null) throw forbidden('You must authenticate via a GitHub App.');
  const headSha = call.required('CheckSuite', 'head_sha');
  if ((await resolveCommit(repo.gitDir, headSha)) !== headSha) {
    throw new ApiError(422, `No commit found for SHA: ${headSha}`);
  }
  const existing = findSuite(world, repo, viaApp.id, headSha);
  if (existing !== undefined) return ok(checkSuiteView(world, repo, existing));
  const suite = ensureSuite(world, repo, { appId: viaApp.id, headSha, headBranch: null, before: null });
  announceSuite(world, repo, suite, user, 'requested');
  return created(checkSuiteView(world, repo, suite));
}

function get(call: ApiCall): Reply {
  const suite = call.world.state.checkSuites.get(call.id('check_suite_id'));
  if (suite?.repositoryId !== call.repo.id) throw notFound();
  return ok(checkSuiteView(call.world, call.repo, suite));
}

async function ofRef(call: ApiCall): Promise<Reply> {
  const { repo, world } = call;
  const { sha } = await commitOf(repo, call.param('ref'));
  const appId = call.query('app_id');
  const suites = [...world.state.checkSuites.values()]
    .filter((suite) => suite.repositoryId === repo.id && suite.headSha === sha)
    .filter((suite) => appId === null || suite.appId === Number(appId));
  return call.paged(suites, (suite) => checkSuiteView(world, repo, suite), 'check_suites');
}

function preferences(call: ApiCall): Reply {
  const { repo, world } = call;
  const given: unknown[] = Array.isArray(call.body.auto_trigger_checks) ? call.body.auto_trigger_checks : [];
  for (const entry of given) {
    const { app_id: appId, setting } = entry as { app_id?: unknown; setting?: unknown };
    if (typeof appId !== 'number') continue;
    if (setting === false) repo.noAutomaticSuites.add(appId);
    else repo.noAutomaticSuites.delete(appId);
  }
  return ok({ preferences: { auto_trigger_checks: given }, repository: repositoryView(world, repo) });
}

function rerequest(call: ApiCall): Reply {
  rerequestSuite(call.world, call.actor, call.repo, call.id('check_suite_id'));
  return created({});
}

const routes: readonly Route[] = [
  { method: 'POST', path: '/repos/{owner}/{repo}/check-suites', caller: 'any', handle: create },
  { method: 'PATCH', path: '/repos/{owner}/{repo}/check-suites/preferences', caller: 'any', handle: preferences },
  { method: 'GET', path: '/repos/{owner}/{repo}/check-suites/{check_suite_id}', caller: 'any', handle: get },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/check-suites/{check_suite_id}/rerequest',
    caller: 'any',
    handle: rerequest,
  },
  { method: 'GET', path: '/repos/{owner}/{repo}/commits/{ref}/check-suites', caller: 'any', handle: ofRef },
];

export default routes;
