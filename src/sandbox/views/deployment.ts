/** Environments, deployments and the workflow runs they wait in, as JSON. */
import type { Deployment, Environment, WorkflowRun } from '../state/gates.js';
import type { Repository } from '../state/model.js';
import { nodeId, type World } from '../world.js';
import { accountView, type Json } from './people.js';
import { repositoryApi, repositoryHtml, repositoryView } from './repository.js';

export function runApi(world: World, repo: Repository, id: number): string {
  return `${repositoryApi(world, repo)}/actions/runs/${id}`;
}

/** As lists of waiting and approved environments show it. */
export function environmentSummary(world: World, repo: Repository, environment: Environment): Json {
  const name = encodeURIComponent(environment.name);
  return {
    id: environment.id,
    node_id: nodeId('EN', environment.id),
    name: environment.name,
    url: `${repositoryApi(world, repo)}/environments/${name}`,
    html_url: `${repositoryHtml(world, repo)}/deployments?environment=${name}`,
  };
}

/** `protection_rules` tells of timers, reviewers and branch policies, of which there are none here. */
export function environmentView(world: World, repo: Repository, environment: Environment): Json {
  return {
    ...environmentSummary(world, repo, environment),
    created_at: environment.createdAt,
    updated_at: environment.createdAt,
    can_admins_bypass: true,
    protection_rules: [],
    deployment_branch_policy: null,
  };
}

export function customRuleView(world: World, rule: Environment['rules'][number]): Json {
  const slug = world.state.apps.get(rule.appId)?.slug ?? '';
  return {
    id: rule.id,
    node_id: nodeId('DPR', rule.id),
    enabled: true,
    app: {
      id: rule.appId,
      node_id: nodeId('A', rule.appId),
      slug,
      integration_url: `${world.url}/api/v3/apps/${slug}`,
    },
  };
}

export function deploymentView(world: World, repo: Repository, deployment: Deployment): Json {
  const url = `${repositoryApi(world, repo)}/deployments/${deployment.id}`;
  return {
    url,
    id: deployment.id,
    node_id: nodeId('DE', deployment.id),
    sha: deployment.sha,
    ref: deployment.ref,
    task: 'deploy',
    payload: {},
    original_environment: deployment.environment,
    environment: deployment.environment,
    description: null,
    creator: accountView(world, deployment.creator),
    created_at: deployment.createdAt,
    updated_at: deployment.updatedAt,
    statuses_url: `${url}/statuses`,
    repository_url: repositoryApi(world, repo),
    transient_environment: false,
    production_environment: deployment.environment.toLowerCase() === 'production',
  };
}

export function workflowRunView(world: World, repo: Repository, run: WorkflowRun): Json {
  const url = runApi(world, repo, run.id);
  return {
    id: run.id,
    name: 'Deploy',
    node_id: nodeId('WFR', run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: '.github/workflows/deploy.yml',
    display_title: 'Deploy',
    run_number: run.runNumber,
    run_attempt: 1,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: repo.id,
    url,
    html_url: `${repositoryHtml(world, repo)}/actions/runs/${run.id}`,
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    run_started_at: run.createdAt,
    actor: accountView(world, run.actor),
    triggering_actor: accountView(world, run.actor),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: '',
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    workflow_url: `${repositoryApi(world, repo)}/actions/workflows/${repo.id}`,
    head_commit: null,
    repository: repositoryView(world, repo),
    head_repository: repositoryView(world, repo),
  };
}
