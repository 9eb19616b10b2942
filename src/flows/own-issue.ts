/** The baseline issue as it stands now, or what to do when people deleted it or moved it to another repository. */
import type { RepoRef } from '../core/repo-ref.js';
import { type Baseline, saveBaseline } from '../infra/db/baselines.js';
import { forgetEffect } from '../infra/db/effects.js';
import { removeRepositories } from '../infra/db/installations.js';
import { Gone, NotFound } from '../infra/github/errors.js';
import type { Issue } from '../infra/github/gateway.js';
import type { Context } from './context.js';
import { effectOf, openBaseline } from './open-baseline.js';
import { rememberRepository } from './remember-repository.js';

/** Null when it is not there any more; one that was moved is answered by GitHub from where it is now. */
export async function ownIssue(
  repository: RepoRef,
  known: NonNullable<Baseline['issue']>,
  { github }: Context,
): Promise<Issue | null> {
  try {
    const issue = await github.issues.get(repository, known.number);
    return issue.nodeId === known.nodeId ? issue : null;
  } catch (error) {
    if (error instanceof NotFound || error instanceof Gone) return null;
    throw error;
  }
}

/** Opens the baseline issue anew with everything on record, where the repository is still there and can have one. */
export async function replaceIssue(ref: RepoRef, context: Context): Promise<void> {
  const { db, clock, log } = context;
  try {
    const repository = await rememberRepository(ref, context);
    // With issues switched off the issue only hides; and another repository may have the name by now.
    if (repository.id !== ref.id || !repository.hasIssues || repository.isArchived) return;
    await forgetEffect(db, effectOf(repository.id));
    await saveBaseline(db, repository.id, clock.now(), { issue: null, catalogueChange: null });
    await openBaseline(repository, context);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    await removeRepositories(db, [ref.id], clock.now());
    log.info({ repositoryId: ref.id }, 'the repository is gone');
  }
}
