/** The head of a pull request gets both checks; what a push already settled is not read again. */
import type { RepoRef } from '../core/repo-ref.js';
import type { Head } from '../infra/db/heads.js';
import { findRepository } from '../infra/db/installations.js';
import type { Change } from '../infra/github/changes/change.js';
import type { Context } from './context.js';
import { postLaunch } from './launch-check.js';
import { lookedAt } from './looked-at.js';
import { rememberRepository } from './remember-repository.js';
import { scanChanges } from './scan-changes.js';
import { postSecrets } from './secrets-check.js';

export interface PullRequestEvent {
  readonly repository: RepoRef;
  /** Sha; the head of a fork is in our repository too, as `refs/pull/N/head`. */
  readonly head: string;
  /** Where it is to be merged, as it was when this was said. */
  readonly base: { readonly ref: string; readonly sha: string };
  /** Null when the payload did not say. */
  readonly defaultBranch: string | null;
}

export async function judgePullRequest(event: PullRequestEvent, context: Context): Promise<void> {
  const { repository, head, base } = event;
  const defaultBranch = event.defaultBranch ?? (await rememberRepository(repository, context)).defaultBranch;
  const known = await lookedAt(head, repository, context);
  // Whoever asks for a merge chooses the base. A head is always looked at from the default branch on, so that another base cannot hide
  // commits, nor one from before the branch lost some; into another branch, what that branch has not is looked at as well.
  const isIntoDefault = base.ref === defaultBranch;
  const isFromDefault = isIntoDefault && (await findRepository(context.db, repository.id))?.default_sha === base.sha;
  const starts = [...(known || isFromDefault ? [] : [defaultBranch]), ...(known && isIntoDefault ? [] : [base.sha])];
  await postBoth(event, await lookSince(starts, event, known, context), context);
}

/** What of it is not looked at yet: all that the head has and any of `starts` has not. */
export async function lookSince(
  starts: readonly string[],
  { repository, head }: Pick<PullRequestEvent, 'repository' | 'head'>,
  known: Head | null,
  context: Context,
): Promise<Head> {
  if (known !== null && starts.length === 0) return known;
  const changes = sinceAny(starts, repository, head, context);
  return scanChanges(repository, head, changes, known?.follows ?? null, context);
}

export async function postBoth(
  { repository, head }: Pick<PullRequestEvent, 'repository' | 'head'>,
  judged: Head,
  context: Context,
): Promise<void> {
  await postSecrets(repository, judged, context);
  await postLaunch(repository, head, context);
}

/** Each commit once. */
async function* sinceAny(
  starts: readonly string[],
  repository: RepoRef,
  head: string,
  { changes }: Context,
): AsyncIterable<Change> {
  const told = new Set<string>();
  for (const start of starts) {
    const fresh = new Set<string>();
    for await (const change of changes.between(repository, start, head)) {
      const sha = change.kind === 'commit' ? change.sha : change.commit;
      if (told.has(sha)) continue;
      fresh.add(sha);
      yield change;
    }
    for (const sha of fresh) told.add(sha);
  }
}
