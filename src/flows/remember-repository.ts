/** Reads a repository afresh and keeps what we know of it: payloads may be old, and names change. */
import type { RepoRef } from '../core/repo-ref.js';
import { type Repository as RepositoryEntry, saveRepositories } from '../infra/db/installations.js';
import { findFacts, sameFacts, saveFacts } from '../infra/db/repository-facts.js';
import type { Repository } from '../infra/github/gateway.js';
import type { Context } from './context.js';
import { requestWrite } from './note-edit.js';

/** A profile of the policy may ask for any of its facts: where one has changed, the issue is written anew. */
export async function rememberRepository(ref: RepoRef, context: Context): Promise<Repository> {
  const repository = await context.github.repositories.get(ref);
  await saveRepositories(context.db, [rowOf(repository, context.job.installationId)]);
  const changed = await rememberFacts([repository], context);
  if (changed.length > 0) await requestWrite(repository.id, context);
  return repository;
}

/** As the database keeps it. */
export function rowOf(repository: Repository, installationId: number): RepositoryEntry {
  return {
    id: repository.id,
    installationId,
    owner: repository.owner,
    name: repository.name,
    private: repository.isPrivate,
    fork: repository.isFork,
    archived: repository.isArchived,
    hasIssues: repository.hasIssues,
    defaultBranch: repository.defaultBranch,
  };
}

/** Keeps the facts that differ from what was known, and answers the repositories of which something else was known before. */
export async function rememberFacts(
  repositories: readonly Repository[],
  { db }: Pick<Context, 'db'>,
): Promise<readonly Repository[]> {
  const known = await findFacts(
    db,
    repositories.map(({ id }) => id),
  );
  const changed: Repository[] = [];
  for (const repository of repositories) {
    const before = known.get(repository.id);
    if (before !== undefined && sameFacts(before, repository)) continue;
    await saveFacts(db, repository.id, repository);
    if (before !== undefined) changed.push(repository);
  }
  return changed;
}
