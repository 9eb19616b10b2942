/** Deployments: a workflow run that waits until every App guarding its environment has agreed. */
import { ApiError, invalid, notFound } from '../api-error.js';
import { resolveCommit } from '../git/objects.js';
import type { Deployment, Environment, Gate, WorkflowRun } from '../state/gates.js';
import type { App, Repository } from '../state/model.js';
import { deploymentView, runApi } from '../views/deployment.js';
import { pullRequestView } from '../views/pull-request.js';
import { type Actor, timestamp, type World } from '../world.js';
import { ensureLength, ensureMay } from './rules.js';

/** "You can provide up to 10 status reports." @see https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/create-custom-protection-rules */
const REPORTS_LIMIT = 10;
const COMMENT_LIMIT = 1_024;

export function findEnvironment(world: World, repo: Repository, name: string): Environment | undefined {
  const all = [...world.state.environments.values()];
  return all.find((entry) => entry.repositoryId === repo.id && entry.name.toLowerCase() === name.toLowerCase());
}

/** Replaces the environment of that name. */
export function createEnvironment(
  world: World,
  repo: Repository,
  name: string,
  appIds: readonly number[],
): Environment {
  const existing = findEnvironment(world, repo, name);
  const environment: Environment = {
    id: existing?.id ?? world.state.nextId(),
    repositoryId: repo.id,
    name: existing?.name ?? name,
    rules: appIds.map((appId) => ({ id: world.state.nextId(), appId })),
    createdAt: existing?.createdAt ?? timestamp(world),
  };
  world.state.environments.set(environment.id, environment);
  return environment;
}

/** An environment that nobody made is made by the first deployment to it, unguarded. @throws ApiError 403 or 422. */
export async function deploy(
  world: World,
  actor: Actor,
  repo: Repository,
  name: string,
  ref: string,
): Promise<{ readonly deployment: Deployment; readonly run: WorkflowRun }> {
  ensureMay(world, actor, repo, 'write');
  const sha = await resolveCommit(repo.gitDir, `refs/heads/${ref}`);
  if (sha === null) throw new ApiError(422, `No ref found for: ${ref}`);
  const environment = findEnvironment(world, repo, name) ?? createEnvironment(world, repo, name, []);
  const now = timestamp(world);
  const run: WorkflowRun = {
    id: world.state.nextId(),
    repositoryId: repo.id,
    runNumber: [...world.state.workflowRuns.values()].filter((entry) => entry.repositoryId === repo.id).length + 1,
    event: 'workflow_dispatch',
    headBranch: ref,
    headSha: sha,
    actor: actor.user.login,
    status: 'waiting',
    conclusion: null,
    createdAt: now,
    updatedAt: now,
  };
  const deployment: Deployment = {
    id: world.state.nextId(),
    repositoryId: repo.id,
    runId: run.id,
    environment: environment.name,
    ref,
    sha,
    creator: actor.user.login,
    gates: environment.rules.map(({ appId }) => ({ appId, state: 'waiting', comment: null, reports: [] })),
    createdAt: now,
    updatedAt: now,
  };
  world.state.workflowRuns.set(run.id, run);
  world.state.deployments.set(deployment.id, deployment);
  for (const gate of deployment.gates) announceGate(world, actor, repo, deployment, run, gate);
  goOn(world, deployment, run);
  return { deployment, run };
}

function announceGate(
  world: World,
  actor: Actor,
  repo: Repository,
  deployment: Deployment,
  run: WorkflowRun,
  gate: Gate,
): void {
  const pulls = [...world.state.pullRequests.values()].filter(
    (pull) =>
      pull.repositoryId === repo.id &&
      pull.headSha === deployment.sha &&
      world.state.issue(repo.id, pull.number)?.state === 'open',
  );
  const payload = {
    environment: deployment.environment,
    event: run.event,
    deployment_callback_url: `${runApi(world, repo, run.id)}/deployment_protection_rule`,
    deployment: deploymentView(world, repo, deployment),
    pull_requests: pulls.map((pull) => pullRequestView(world, repo, pull)),
  };
  const event = { name: 'deployment_protection_rule', action: 'requested', onlyApp: gate.appId };
  world.emit({ ...event, repository: repo, sender: actor.user, payload });
}

/** One refusal ends the run; it succeeds when all have agreed, for nothing but the gates can go wrong here. */
function goOn(world: World, deployment: Deployment, run: WorkflowRun): void {
  const states = deployment.gates.map(({ state }) => state);
  const rejected = states.includes('rejected');
  if (!rejected && states.includes('waiting')) return;
  run.status = 'completed';
  run.conclusion = rejected ? 'failure' : 'success';
  run.updatedAt = timestamp(world);
  deployment.updatedAt = run.updatedAt;
}

export interface GateAnswer {
  readonly environment: string;
  /** Null for a status report, which decides nothing. */
  readonly state: 'approved' | 'rejected' | null;
  readonly comment: string | null;
}

/** @throws ApiError 422 for an environment that waits for no word of this App, an eleventh report, or a comment over 1,024 characters. */
export function answerGate(world: World, app: App, run: WorkflowRun, answer: GateAnswer): void {
  const resource = 'DeploymentProtectionRule';
  ensureLength(resource, 'comment', answer.comment, COMMENT_LIMIT);
  if (answer.state === null && answer.comment === null) {
    throw invalid({ resource, field: 'comment', code: 'missing_field' });
  }
  const deployment = [...world.state.deployments.values()].find(
    ({ runId, environment }) => runId === run.id && environment.toLowerCase() === answer.environment.toLowerCase(),
  );
  const gate = deployment?.gates.find(({ appId }) => appId === app.id);
  if (deployment === undefined || gate === undefined) {
    const message = `${answer.environment} has no deployment protection rule of this App in this run`;
    throw invalid({ resource, field: 'environment_name', code: 'custom', message });
  }
  if (run.status !== 'waiting' || gate.state !== 'waiting') {
    const message = `The deployment to ${deployment.environment} is not waiting for this App any more`;
    throw invalid({ resource, field: 'state', code: 'custom', message });
  }
  if (answer.state === null) {
    if (gate.reports.length >= REPORTS_LIMIT) {
      const message = `A deployment takes at most ${REPORTS_LIMIT} status reports`;
      throw invalid({ resource, field: 'comment', code: 'custom', message });
    }
    gate.reports.push(answer.comment ?? '');
    return;
  }
  gate.state = answer.state;
  gate.comment = answer.comment;
  goOn(world, deployment, run);
}

/** @throws ApiError 404 for a run of another repository. */
export function runIn(world: World, repo: Repository, id: number): WorkflowRun {
  const run = world.state.workflowRuns.get(id);
  if (run?.repositoryId !== repo.id) throw notFound();
  return run;
}
