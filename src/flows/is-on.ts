/** Tells what the default branch has from what it has not. */
import type { RepoRef } from '../core/repo-ref.js';
import { NotFound } from '../infra/github/errors.js';
import type { Context } from './context.js';

/** One request. False as well when the two share no history: then all of the commit's is looked at. */
export async function isOn(
  branch: string,
  repository: RepoRef,
  sha: string,
  { github }: Pick<Context, 'github'>,
): Promise<boolean> {
  try {
    const { status } = await github.commits.compare(repository, branch, sha);
    return status === 'behind' || status === 'identical';
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}
