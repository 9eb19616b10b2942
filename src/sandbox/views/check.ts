/** Check runs, check suites and commit statuses as JSON. */
import type { App, CheckRun, CheckSuite, CommitStatus, PullRequest, Repository } from '../state/model.js';
import { nodeId, type World } from '../world.js';
import { accountView, appView, type Json } from './people.js';
import { repositoryApi, repositoryHtml } from './repository.js';

function pullsOf(world: World, repo: Repository, headSha: string): Json[] {
  return [...world.state.pullRequests.values()]
    .filter((pull) => pull.repositoryId === repo.id && pull.headSha === headSha && pull.headRepositoryId === repo.id)
    .filter((pull) => world.state.issue(repo.id, pull.number)?.state === 'open')
    .map((pull) => shortPull(world, repo, pull));
}

function shortPull(world: World, repo: Repository, pull: PullRequest): Json {
  const short = { id: repo.id, url: repositoryApi(world, repo), name: repo.name };
  return {
    url: `${repositoryApi(world, repo)}/pulls/${pull.number}`,
    id: pull.id,
    number: pull.number,
    head: { ref: pull.headRef, sha: pull.headSha, repo: short },
    base: { ref: pull.baseRef, sha: pull.baseSha, repo: short },
  };
}

function appOf(world: World, appId: number): Json | null {
  const app: App | undefined = world.state.apps.get(appId);
  return app === undefined ? null : appView(world, app);
}

/** `pull_requests` is empty for heads in forks, as on GitHub. */
export function checkRunView(world: World, repo: Repository, run: CheckRun): Json {
  const url = `${repositoryApi(world, repo)}/check-runs/${run.id}`;
  const html = `${repositoryHtml(world, repo)}/runs/${run.id}`;
  return {
    id: run.id,
    node_id: nodeId('CR', run.id),
    name: run.name,
    head_sha: run.headSha,
    external_id: run.externalId ?? '',
    url,
    html_url: html,
    details_url: run.detailsUrl ?? html,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: run.suiteId },
    app: appOf(world, run.appId),
    pull_requests: pullsOf(world, repo, run.headSha),
  };
}

export function checkSuiteView(world: World, repo: Repository, suite: CheckSuite): Json {
  const runs = [...world.state.checkRuns.values()].filter((run) => run.suiteId === suite.id);
  const completed = runs.length > 0 && runs.every((run) => run.status === 'completed');
  const url = `${repositoryApi(world, repo)}/check-suites/${suite.id}`;
  return {
    id: suite.id,
    node_id: nodeId('CS', suite.id),
    head_branch: suite.headBranch,
    head_sha: suite.headSha,
    status: completed ? 'completed' : runs.length === 0 ? 'queued' : 'in_progress',
    conclusion: completed ? suiteConclusion(runs) : null,
    url,
    before: suite.before,
    after: suite.headSha,
    pull_requests: pullsOf(world, repo, suite.headSha),
    app: appOf(world, suite.appId),
    created_at: suite.createdAt,
    updated_at: suite.createdAt,
    latest_check_runs_count: runs.length,
    check_runs_url: `${url}/check-runs`,
  };
}

const WORST_FIRST = ['failure', 'timed_out', 'action_required', 'cancelled', 'success', 'neutral', 'skipped'];

function suiteConclusion(runs: readonly CheckRun[]): string | null {
  return WORST_FIRST.find((conclusion) => runs.some((run) => run.conclusion === conclusion)) ?? null;
}

export function statusView(world: World, repo: Repository, status: CommitStatus): Json {
  return {
    url: `${repositoryApi(world, repo)}/statuses/${status.sha}`,
    id: status.id,
    node_id: nodeId('SC', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    creator: accountView(world, status.creator),
  };
}
