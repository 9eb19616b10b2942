/** Says on a head whether the service is ready to launch. */
import type { RepoRef } from '../core/repo-ref.js';
import { LAUNCH_CHECK } from '../domain/readiness/check-content.js';
import { launchCheck } from '../domain/readiness/launch-check.js';
import type { Context } from './context.js';
import { postCheck } from './post-check.js';
import { readService, summaryOf } from './service.js';

export async function postLaunch(repository: RepoRef, sha: string, context: Context): Promise<void> {
  const service = await readService(repository.id, context);
  const number = service.baseline?.issue?.number;
  const content = launchCheck({
    summary: summaryOf(service),
    issueUrl: number === undefined ? null : context.issueUrl(repository, number),
    absentBecause: service.baseline?.absentBecause ?? null,
  });
  await postCheck(repository, sha, LAUNCH_CHECK, content, context);
}
