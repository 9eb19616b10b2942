/** What stands between changes and their branch or environment, as the pages show it. */
import { queueBlocker, needsQueue } from '../actions/mergeability.js';
import { mergedTree } from '../actions/pulls.js';
import type { DeploymentRow, DeploymentsPage, MergeBox, RequiredCheckRow } from '../pages/view.js';
import type { Deployment } from '../state/gates.js';
import type { PullRequest, Repository } from '../state/model.js';
import { queueOf, requiredChecks, rulesOn } from '../state/protection.js';
import type { State } from '../state/state.js';
import { accountOf } from './threads.js';

function slugOf(state: State, appId: number): string {
  return state.apps.get(appId)?.slug ?? `App ${appId}`;
}

function checksOn(state: State, repo: Repository, branch: string, sha: string): RequiredCheckRow[] {
  return requiredChecks(state, repo, rulesOn(state, repo, branch), sha).map((check) => ({
    name: check.context,
    app: check.appId === null ? null : slugOf(state, check.appId),
    state: check.state,
  }));
}

/** `as` is who would merge. Null for what is closed or merged. */
export async function mergeBox(
  state: State,
  repo: Repository,
  pull: PullRequest,
  as: string,
): Promise<MergeBox | null> {
  if (state.issue(repo.id, pull.number)?.state !== 'open') return null;
  const line = queueOf(state, repo, pull.baseRef);
  const entry = line.find(({ pullNumber }) => pullNumber === pull.number);
  const conflicts = (await mergedTree(repo, pull)) === null;
  return {
    checks: checksOn(state, repo, pull.baseRef, pull.headSha),
    blocked: conflicts ? 'This branch has conflicts that must be resolved' : await queueBlocker(state, as, repo, pull),
    needsQueue: needsQueue(state, as, repo, pull.baseRef),
    queued:
      entry === undefined
        ? null
        : {
            position: line.indexOf(entry) + 1,
            length: line.length,
            groupSha: entry.groupSha,
            checks: checksOn(state, repo, pull.baseRef, entry.groupSha),
          },
  };
}

function deploymentRow(state: State, deployment: Deployment): DeploymentRow {
  const { id, runId, environment, ref, sha, createdAt } = deployment;
  return {
    id,
    runId,
    environment,
    ref,
    sha,
    createdAt,
    creator: accountOf(state, deployment.creator),
    status: state.workflowRuns.get(runId)?.conclusion ?? 'waiting',
    gates: deployment.gates.map((gate) => ({ ...gate, app: slugOf(state, gate.appId) })),
  };
}

export function deploymentsPage(state: State, repo: Repository): DeploymentsPage {
  const ours = <T extends { readonly repositoryId: number }>(all: Map<number, T>) =>
    [...all.values()].filter(({ repositoryId }) => repositoryId === repo.id);
  return {
    environments: ours(state.environments).map(({ name, rules }) => ({
      name,
      apps: rules.map(({ appId }) => slugOf(state, appId)),
    })),
    deployments: ours(state.deployments)
      .reverse()
      .map((deployment) => deploymentRow(state, deployment)),
    defaultBranch: repo.defaultBranch,
  };
}
