/** Workflow runs: those that wait, whom they wait for, and the answers of Apps. */
import { answerGate, findEnvironment, runIn } from '../actions/deployments.js';
import { forbidden } from '../api-error.js';
import { type ApiCall, noContent, ok, type Reply, type Route } from '../http/call.js';
import { botOf, reaches } from '../http/caller.js';
import type { Deployment } from '../state/gates.js';
import { environmentSummary, environmentView, workflowRunView } from '../views/deployment.js';
import { accountView, type Json } from '../views/people.js';

function list(call: ApiCall): Reply {
  const { repo, world } = call;
  const is = (name: string, ...values: readonly (string | null)[]) => {
    const wanted = call.query(name);
    return wanted === null || values.includes(wanted);
  };
  const runs = [...world.state.workflowRuns.values()]
    .filter((run) => run.repositoryId === repo.id)
    .filter((run) => is('status', run.status, run.conclusion) && is('head_sha', run.headSha))
    .filter((run) => is('branch', run.headBranch) && is('event', run.event) && is('actor', run.actor))
    .reverse();
  return call.paged(runs, (run) => workflowRunView(world, repo, run), 'workflow_runs');
}

function deploymentsOf(call: ApiCall): Deployment[] {
  const { id } = runIn(call.world, call.repo, call.id('run_id'));
  return [...call.world.state.deployments.values()].filter(({ runId }) => runId === id);
}

function pending(call: ApiCall): Reply {
  const { repo, world } = call;
  const waiting = deploymentsOf(call)
    .filter(({ runId }) => runIn(world, repo, runId).status === 'waiting')
    .flatMap(({ environment }) => findEnvironment(world, repo, environment) ?? []);
  return ok(
    waiting.map((environment) => ({
      environment: environmentSummary(world, repo, environment),
      wait_timer: 0,
      wait_timer_started_at: null,
      current_user_can_approve: false,
      reviewers: [],
    })),
  );
}

function approvals(call: ApiCall): Reply {
  const { repo, world } = call;
  const views = deploymentsOf(call).flatMap(({ environment: name, gates }): Json[] => {
    const environment = findEnvironment(world, repo, name);
    return gates.flatMap(({ appId, state, comment }) => {
      const app = world.state.apps.get(appId);
      if (state === 'waiting' || environment === undefined || app === undefined) return [];
      return [
        {
          state,
          comment: comment ?? '',
          environments: [environmentView(world, repo, environment)],
          user: accountView(world, botOf(world, app).login),
        },
      ];
    });
  });
  return ok(views);
}

/** Only an App with an installation token may answer, and only for itself. */
function review(call: ApiCall): Reply {
  const { caller, repo, world } = call;
  if (caller.kind !== 'installation' || !reaches(caller, repo)) throw forbidden();
  const run = runIn(world, repo, call.id('run_id'));
  const resource = 'DeploymentProtectionRule';
  answerGate(world, caller.app, run, {
    environment: call.required(resource, 'environment_name'),
    state: call.choice(resource, 'state', ['approved', 'rejected']) ?? null,
    comment: call.text(resource, 'comment') ?? null,
  });
  return noContent();
}

const ONE = '/repos/{owner}/{repo}/actions/runs/{run_id}';

const routes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/actions/runs', caller: 'any', handle: list },
  {
    method: 'GET',
    path: ONE,
    caller: 'any',
    handle: (call) => ok(workflowRunView(call.world, call.repo, runIn(call.world, call.repo, call.id('run_id')))),
  },
  { method: 'GET', path: `${ONE}/pending_deployments`, caller: 'any', handle: pending },
  { method: 'GET', path: `${ONE}/approvals`, caller: 'any', handle: approvals },
  { method: 'POST', path: `${ONE}/deployment_protection_rule`, caller: 'any', handle: review },
];

export default routes;
