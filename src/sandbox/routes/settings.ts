/** Settings of a repository: Actions, keys, webhooks, alerts, reports. Nothing raises an alert here. */
import { ApiError, notFound } from '../api-error.js';
import { type ApiCall, ok, type Reply, type Route } from '../http/call.js';
import { atLeast, roleOf } from '../state/access.js';
import type { RepositorySettings } from '../state/settings.js';
import { deployKeyView, hookView } from '../views/settings.js';

/** People need to be administrators to look. An App without the permission is refused before it gets here. */
function settingsOf({ caller, repo, world }: ApiCall): RepositorySettings {
  if (caller.kind === 'anonymous') throw notFound();
  if (caller.kind === 'user' && !atLeast(roleOf(world.state, repo, caller.user.login), 'admin')) throw notFound();
  return repo.settings;
}

function read(path: string, answer: (settings: RepositorySettings, call: ApiCall) => Reply): Route {
  return {
    method: 'GET',
    path: `/repos/{owner}/{repo}${path}`,
    caller: 'any',
    handle: (call) => answer(settingsOf(call), call),
  };
}

const routes: readonly Route[] = [
  read('/actions/permissions', ({ allowedActions }) =>
    ok({ enabled: true, allowed_actions: allowedActions, sha_pinning_required: false }),
  ),
  read('/actions/permissions/workflow', ({ workflowToken, workflowsApprove }) =>
    ok({ default_workflow_permissions: workflowToken, can_approve_pull_request_reviews: workflowsApprove }),
  ),
  read('/actions/permissions/fork-pr-contributor-approval', ({ forkApproval }) =>
    ok({ approval_policy: forkApproval }),
  ),
  read('/keys', ({ deployKeys }, call) =>
    call.paged(deployKeys, (key) => deployKeyView(key, deployKeys.indexOf(key) + 1)),
  ),
  read('/hooks', ({ hooks }, call) => call.paged(hooks, (hook) => hookView(hook, hooks.indexOf(hook) + 1))),
  read('/dependabot/alerts', ({ vulnerabilityAlerts }) => {
    if (!vulnerabilityAlerts) throw new ApiError(403, 'Dependabot alerts are disabled for this repository.');
    return ok([]);
  }),
  read('/secret-scanning/alerts', ({ secretScanning }) => {
    if (!secretScanning) throw new ApiError(404, 'Secret scanning is disabled on this repository.');
    return ok([]);
  }),
  read('/code-scanning/analyses', () => {
    throw new ApiError(404, 'no analysis found');
  }),
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/private-vulnerability-reporting',
    caller: 'any',
    handle: ({ repo }) => ok({ enabled: repo.settings.privateReporting }),
  },
];

export default routes;
