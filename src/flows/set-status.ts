/** The commit status beside a check run, where the policy asks for it: for tools that read nothing else. */
import type { RepoRef } from '../core/repo-ref.js';
import type { CheckContent, Conclusion } from '../domain/readiness/check-content.js';
import { once } from '../infra/db/effects.js';
import { findInstallation } from '../infra/db/installations.js';
import { Forbidden } from '../infra/github/errors.js';
import type { CommitStatus } from '../infra/github/gateway.js';
import type { Context } from './context.js';

/** As with a required check run, `neutral` and `skipped` pass. */
const STATES: Readonly<Record<Conclusion, CommitStatus['state']>> = {
  success: 'success',
  neutral: 'success',
  skipped: 'success',
  failure: 'failure',
  action_required: 'failure',
};

/** Without the permission it is logged once for an installation, and the check run stands alone. */
export async function setStatus(
  repository: RepoRef,
  sha: string,
  name: string,
  { conclusion, title }: CheckContent,
  targetUrl: string | null,
  context: Context,
): Promise<void> {
  const { db, github, job } = context;
  const permissions = (await findInstallation(db, job.installationId))?.permissions as
    | Record<string, string>
    | undefined;
  if (permissions !== undefined && permissions.statuses !== 'write') return missing(context);
  const state = conclusion === null ? 'pending' : STATES[conclusion];
  try {
    await github.statuses.create(repository, sha, { context: name, state, description: title, targetUrl });
  } catch (error) {
    if (!(error instanceof Forbidden && error.reason === 'permission')) throw error;
    await missing(context);
  }
}

async function missing({ db, clock, job, log }: Context): Promise<void> {
  const act = async () => {
    log.warn({ permission: 'statuses' }, 'The policy asks for commit statuses, and the permission is missing');
    return true;
  };
  await once(db, clock, `statuses-missing:${job.installationId}`, { look: async () => null, act });
}
