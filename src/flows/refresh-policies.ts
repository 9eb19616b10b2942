/** Once a day: the facts of an installation's repositories, and the policies of those that were pushed to since they were read. */
import { batches } from '../core/batches.js';
import type { RepoRef } from '../core/repo-ref.js';
import { isOrganisations, ORGANISATION_REPOSITORY } from '../domain/policy/index.js';
import { findInstallation } from '../infra/db/installations.js';
import { policiesReadAt } from '../infra/db/policies.js';
import type { Repository } from '../infra/github/gateway.js';
import type { JobSpec } from '../infra/queue/types.js';
import type { Context } from './context.js';
import { writeJob } from './note-edit.js';
import { rememberFacts } from './remember-repository.js';

/** As many as a page of GitHub's list has. */
const BATCH = 100;

/** GitHub's clock and ours may differ by less than this, in milliseconds. */
const CLOCKS = 3_600_000;

/** One request per 100 repositories, and one for each policy that may have changed without our hearing of it. */
export async function refreshPolicies(context: Context): Promise<void> {
  const { installationId } = context.job;
  const account = (await findInstallation(context.db, installationId))?.account;
  if (account !== undefined) {
    // The organisation's file always: whether we still see its repository is not in the list.
    await context.enqueue([readPolicyJob({ owner: account, name: ORGANISATION_REPOSITORY, id: 0 }, installationId)]);
  }
  for await (const batch of batches(context.github.repositories.list(), BATCH)) await refreshBatch(batch, context);
}

async function refreshBatch(batch: readonly Repository[], context: Context): Promise<void> {
  const { installationId } = context.job;
  const changed = await rememberFacts(batch, context);
  const readAt = await policiesReadAt(
    context.db,
    batch.map(({ id }) => id),
  );
  const pushed = batch.filter((repository) => {
    const { id, pushedAt, isArchived } = repository;
    if (isOrganisations(repository) || isArchived || pushedAt === null) return false;
    const last = readAt.get(id);
    return last === undefined || pushedAt.getTime() + CLOCKS > last.getTime();
  });
  await context.enqueue([
    ...changed.map(({ id }) => writeJob(id, installationId)),
    ...pushed.map(({ id, owner, name }) => readPolicyJob({ id, owner, name }, installationId)),
  ]);
}

/** The job that reads one repository's file, or with id 0 the organisation's. */
export function readPolicyJob(repository: RepoRef, installationId: number): JobSpec {
  const line = repository.id === 0 ? `organisation:${installationId}` : String(repository.id);
  return {
    handler: 'read-policy',
    subject: `policy:${line}`,
    key: `read-policy:${line}`,
    installationId,
    data: { repository, isGone: false },
  };
}
