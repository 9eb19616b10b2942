/** Heads of open pull requests have to carry both checks, whether or not we heard of them. */
import { LAUNCH_CHECK, SECRETS_CHECK } from '../../domain/readiness/check-content.js';
import { savePullRequests } from '../../infra/db/pull-requests.js';
import { shasWithChecks } from '../../infra/db/reconcile.js';
import type { PullRequest } from '../../infra/github/gateway.js';
import type { Context } from '../context.js';
import { fanOutJob } from '../fan-out.js';
import { knownOf } from '../open-pulls.js';
import type { Look, ReconcileStep } from './step.js';

/** A list that did not change costs nothing; else it is read whole, and is what is known of it from then on. */
export const pullRequestsStep: ReconcileStep = async (look, context) => {
  const { repository, known, spend } = look;
  const { db, clock, github, job } = context;
  const since = clock.now();
  const open: PullRequest[] = [];
  let etag: string | null = null;
  for (let page = 1, hasMore = true; hasMore; page += 1) {
    const answer = await github.pulls.openPage(repository, page, page === 1 ? known.pulls_etag : null);
    if (answer === null) return { jobs: [] };
    spend(1);
    if (page === 1) etag = answer.etag;
    open.push(...answer.pulls);
    hasMore = answer.hasMore;
  }
  await savePullRequests(db, repository.id, open.map(knownOf), since);
  const missing = await withoutChecks(open, look, context);
  const jobs = missing.map((pull) => jobFor(pull, look, context));
  // Another base may have been chosen unheard, where readiness decides and did not before: a round tells who needs to be told.
  const again = known.pulls_etag === null ? [] : [fanOutJob(repository, job.installationId)];
  return { jobs: [...jobs, ...again], looked: { pulls_etag: etag } };
};

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
