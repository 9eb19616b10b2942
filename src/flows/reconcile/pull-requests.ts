/** Heads of open pull requests have to carry both checks, whether or not we heard of them. */
import { LAUNCH_CHECK, SECRETS_CHECK } from '../../domain/readiness/check-content.js';
import { shasWithChecks } from '../../infra/db/reconcile.js';
import type { PullRequest } from '../../infra/github/gateway.js';
import type { JobSpec } from '../../infra/queue/types.js';
import type { Context } from '../context.js';
import { fanOutJob } from '../fan-out.js';
import type { Look, ReconcileStep } from './step.js';

/** A list that did not change costs nothing. Else a page of the last updated, and more only while something is missing there. */
export const pullRequestsStep: ReconcileStep = async (look, context) => {
  const { repository, known, spend } = look;
  const jobs: JobSpec[] = [];
  let etag: string | null = null;
  for (let page = 1; ; page += 1) {
    const answer = await context.github.pulls.openPage(repository, page, page === 1 ? known.pulls_etag : null);
    if (answer === null) return { jobs: [] };
    spend(1);
    if (page === 1) etag = answer.etag;
    const missing = await withoutChecks(answer.pulls, look, context);
    jobs.push(...missing.map((pull) => jobFor(pull, look, context)));
    // Another base may have been chosen unheard, where readiness decides and did not before: a round tells who needs to be told.
    if (missing.length === 0 || !answer.hasMore)
      return { jobs: [...jobs, ...again(look, context)], looked: { pulls_etag: etag } };
  }
};

function again({ repository, known }: Look, { job }: Context): JobSpec[] {
  return known.pulls_etag === null ? [] : [fanOutJob(repository, job.installationId)];
}

async function withoutChecks(pulls: readonly PullRequest[], { repository }: Look, { db }: Context) {
  const shas = pulls.map(({ headSha }) => headSha);
  const checked = await shasWithChecks(db, repository.id, shas, [SECRETS_CHECK, LAUNCH_CHECK]);
  return pulls.filter(({ headSha }) => !checked.has(headSha));
}

function jobFor({ headSha, baseRef, baseSha }: PullRequest, { repository, defaultBranch }: Look, { job }: Context) {
  return {
    handler: 'check-pull-request',
    subject: `head:${repository.id}:${headSha}`,
    installationId: job.installationId,
    data: { repository, head: headSha, base: { ref: baseRef, sha: baseSha }, defaultBranch },
  };
}
