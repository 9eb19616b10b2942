/** Environments, the Apps that guard them, and the deployments to them. */
import { findEnvironment } from '../actions/deployments.js';
import { notFound } from '../api-error.js';
import { type ApiCall, ok, type Reply, type Route } from '../http/call.js';
import type { Environment } from '../state/gates.js';
import { customRuleView, deploymentView, environmentView } from '../views/deployment.js';

function pathEnvironment(call: ApiCall): Environment {
  const environment = findEnvironment(call.world, call.repo, call.param('environment_name'));
  if (environment === undefined) throw notFound();
  return environment;
}

function environments(call: ApiCall): Reply {
  const { repo, world } = call;
  const own = [...world.state.environments.values()].filter(({ repositoryId }) => repositoryId === repo.id);
  return call.paged(own, (environment) => environmentView(world, repo, environment), 'environments');
}

function rules(call: ApiCall): Reply {
  const all = pathEnvironment(call).rules.map((rule) => customRuleView(call.world, rule));
  return ok({ total_count: all.length, custom_deployment_protection_rules: all });
}

function deployments(call: ApiCall): Reply {
  const { repo, world } = call;
  const is = (name: string, value: string) => (call.query(name) ?? value) === value;
  const own = [...world.state.deployments.values()]
    .filter((deployment) => deployment.repositoryId === repo.id && is('sha', deployment.sha))
    .filter((deployment) => is('ref', deployment.ref) && is('task', 'deploy'))
    .filter((deployment) => is('environment', deployment.environment))
    .reverse();
  return call.paged(own, (deployment) => deploymentView(world, repo, deployment));
}

function deployment(call: ApiCall): Reply {
  const found = call.world.state.deployments.get(call.id('deployment_id'));
  if (found?.repositoryId !== call.repo.id) throw notFound();
  return ok(deploymentView(call.world, call.repo, found));
}

const ENVIRONMENT = '/repos/{owner}/{repo}/environments/{environment_name}';

const routes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/environments', caller: 'any', handle: environments },
  {
    method: 'GET',
    path: ENVIRONMENT,
    caller: 'any',
    handle: (call) => ok(environmentView(call.world, call.repo, pathEnvironment(call))),
  },
  { method: 'GET', path: `${ENVIRONMENT}/deployment_protection_rules`, caller: 'any', handle: rules },
  { method: 'GET', path: '/repos/{owner}/{repo}/deployments', caller: 'any', handle: deployments },
  { method: 'GET', path: '/repos/{owner}/{repo}/deployments/{deployment_id}', caller: 'any', handle: deployment },
];

export default routes;
