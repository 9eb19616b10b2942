/** The pull requests that are open: known from webhooks, and read from GitHub only where one may have been missed. */
import type { RepoRef } from '../core/repo-ref.js';
import { type KnownPull, openPullRequests, savePullRequests } from '../infra/db/pull-requests.js';
import type { PullRequest } from '../infra/github/gateway.js';
import type { Context } from './context.js';

/** Newest first. No request; where they are not known whole one per 100. */
export async function openPulls(repository: RepoRef, { db, clock, github }: Context): Promise<readonly KnownPull[]> {
  const known = await openPullRequests(db, repository.id);
  if (known !== null) return known;
  const since = clock.now();
  const open: KnownPull[] = [];
  for await (const pull of github.pulls.listOpen(repository)) open.push(knownOf(pull));
  await savePullRequests(db, repository.id, open, since);
  return open;
}

export function knownOf({ number, headSha, baseRef, state, updatedAt }: PullRequest): KnownPull {
  return { number, headSha, baseRef, isOpen: state === 'open', updatedAt };
}
