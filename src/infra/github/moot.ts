/** Tells a failure that no repetition mends, because what was to be worked on is gone, from one that may pass. */
import { Forbidden, NotFound, Unauthorized } from './errors.js';
import type { GitHub, RepoName } from './gateway.js';

/**
 * Why there is nothing left to do after `error`; null when it is worth another try. What is not found is asked about once
 * more: a missing repository ends the work, a commit that GitHub does not show yet does not.
 * @param event what the job is about; its `repository`, where it has one, is the one in question
 */
export async function whyMoot(
  error: unknown,
  event: unknown,
  github: Pick<GitHub, 'repositories'>,
): Promise<string | null> {
  if (error instanceof Forbidden && error.reason === 'archived') return 'the repository is archived';
  if (error instanceof Forbidden && error.reason === 'suspended') return 'the installation is suspended';
  // Of a request for a token: the credentials themselves are answered with 401.
  if (error instanceof Unauthorized && error.status === 404) return 'the installation is gone';
  if (!(error instanceof NotFound)) return null;
  const repository = repositoryOf(event);
  if (repository === null) return null;
  try {
    const { id } = await github.repositories.get(repository);
    return id === repository.id ? null : 'another repository has its name';
  } catch (again) {
    return again instanceof NotFound ? 'the repository is gone' : null;
  }
}

function repositoryOf(event: unknown): (RepoName & { readonly id: number }) | null {
  const { repository } = event as { repository?: Partial<RepoName & { readonly id: number }> };
  const { id, owner, name } = repository ?? {};
  return id === undefined || owner === undefined || name === undefined ? null : { id, owner, name };
}
