/** Check runs through Octokit, one request a call. */
import type { CheckOutput, CheckRunContent, Checks, RepoName } from '../gateway.js';
import type { Octokit } from '../octokit.js';
import { toCheckRun } from './convert.js';

export function createChecks(octokit: Octokit): Checks {
  const at = (repo: RepoName) => ({ owner: repo.owner, repo: repo.name });
  return {
    async create(repo, { name, headSha, externalId }, content) {
      const { data } = await octokit.request('POST /repos/{owner}/{repo}/check-runs', {
        ...at(repo),
        name,
        head_sha: headSha,
        external_id: externalId,
        ...toRawContent(content),
      });
      return toCheckRun(data);
    },
    async update(repo, id, content) {
      const { data } = await octokit.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
        ...at(repo),
        check_run_id: id,
        ...toRawContent(content),
      });
      return toCheckRun(data);
    },
    async list(repo, ref, { name, appId }) {
      const { data } = await octokit.rest.checks.listForRef({
        ...at(repo),
        ref,
        check_name: name,
        filter: 'all',
        per_page: 100,
        ...(appId === undefined ? {} : { app_id: appId }),
      });
      return data.check_runs
        .map(toCheckRun)
        .filter((run) => appId === undefined || run.appId === appId)
        .sort((a, b) => b.id - a.id);
    },
  };
}

function toRawContent(content: CheckRunContent) {
  return {
    ...(content.status === 'completed'
      ? { status: content.status, conclusion: content.conclusion }
      : { status: content.status }),
    ...(content.detailsUrl === undefined ? {} : { details_url: content.detailsUrl }),
    ...(content.output === undefined ? {} : { output: toRawOutput(content.output) }),
    ...(content.actions === undefined ? {} : { actions: content.actions.map((action) => ({ ...action })) }),
  };
}

function toRawOutput({ title, summary, text, annotations }: CheckOutput) {
  return {
    title,
    summary,
    ...(text === undefined ? {} : { text }),
    ...(annotations === undefined || annotations.length === 0
      ? {}
      : {
          annotations: annotations.map((annotation) => ({
            path: annotation.path,
            start_line: annotation.startLine,
            end_line: annotation.endLine,
            annotation_level: annotation.level,
            title: annotation.title,
            message: annotation.message,
          })),
        }),
  };
}
