/** Answers to deployments that wait, through Octokit. */
import { cutCharacters, DEPLOYMENT_CHARACTERS } from '../cut.js';
import type { Deployments, RepoName } from '../gateway.js';
import type { Octokit } from '../octokit.js';

const ANSWER = 'POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule';

export function createDeployments(octokit: Octokit): Deployments {
  const at = (repo: RepoName) => ({ owner: repo.owner, repo: repo.name });
  const cut = (comment: string) => cutCharacters(comment, DEPLOYMENT_CHARACTERS);
  return {
    async review(repo, runId, { environment, state, comment }) {
      const said = { environment_name: environment, state, comment: cut(comment) };
      await octokit.request(ANSWER, { ...at(repo), run_id: runId, ...said });
    },
    async report(repo, runId, { environment, comment }) {
      const said = { environment_name: environment, comment: cut(comment) };
      await octokit.request(ANSWER, { ...at(repo), run_id: runId, ...said });
    },
    async *waiting(repo) {
      const pages = octokit.paginate.iterator(octokit.rest.actions.listWorkflowRunsForRepo, {
        ...at(repo),
        status: 'waiting',
        per_page: 100,
      });
      for await (const { data } of pages) {
        for (const { id, head_sha: headSha, run_started_at, created_at } of data)
          yield { id, headSha, startedAt: new Date(run_started_at ?? created_at) };
      }
    },
    async pending(repo, runId) {
      const { data } = await octokit.rest.actions.getPendingDeploymentsForRun({ ...at(repo), run_id: runId });
      return data.flatMap(({ environment }) => environment.name ?? []);
    },
  };
}
