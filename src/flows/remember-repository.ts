/** Reads a repository afresh and keeps what we know of it: payloads may be old, and names change. */
import type { RepoRef } from '../core/repo-ref.js';
import { type Repository as RepositoryOnRecord, saveRepositories } from '../infra/db/installations.js';
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

/** What its row says. */
export function rowOf(repository: Repository, installationId: number): RepositoryOnRecord {
  const { id, owner, name, defaultBranch, hasIssues } = repository;
  const { isPrivate, isFork, isArchived } = repository;
  const flags = { private: isPrivate, fork: isFork, archived: isArchived };
  return { id, installationId, owner, name, ...flags, hasIssues, defaultBranch };
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
