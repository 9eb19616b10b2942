/** Reads a repository afresh and keeps what we know of it: payloads may be old, and names change. */
import type { RepoRef } from '../core/repo-ref.js';
import { saveRepositories } from '../infra/db/installations.js';
import type { Repository } from '../infra/github/gateway.js';
import type { Context } from './context.js';

export async function rememberRepository(ref: RepoRef, context: Context): Promise<Repository> {
  const repository = await context.github.repositories.get(ref);
  await saveRepositories(context.db, [
    {
      id: repository.id,
      installationId: context.job.installationId,
      owner: repository.owner,
      name: repository.name,
      private: repository.isPrivate,
      fork: repository.isFork,
      archived: repository.isArchived,
      hasIssues: repository.hasIssues,
      defaultBranch: repository.defaultBranch,
    },
  ]);
  return repository;
}
