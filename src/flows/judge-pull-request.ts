/** What is to be merged, a pull request's head or a merge group's, gets both checks; what a push already settled is not read again. */
import type { RepoRef } from '../core/repo-ref.js';
import { findHead } from '../infra/db/heads.js';
import type { Change } from '../infra/github/changes/change.js';
import type { Context } from './context.js';
import { postLaunch } from './launch-check.js';
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
  const found = await findHead(context.db, repository.id, head);
  const known = found?.engineVersion === context.engine.version ? found : null;
  // Whoever asks for a merge chooses the base. A head is always looked at from the default branch on, so that another
  // base cannot hide commits; into another branch, what that branch has not is looked at as well.
  const isIntoDefault = base.ref === defaultBranch;
  const starts = [...(known || isIntoDefault ? [] : [defaultBranch]), ...(known && isIntoDefault ? [] : [base.sha])];
  const judged =
    known && starts.length === 0
      ? known
      : await scanChanges(repository, head, sinceAny(starts, event, context), known?.follows ?? null, context);
  await postSecrets(repository, judged, context);
  await postLaunch(repository, head, context);
}

/** What the head has and any of `starts` has not, each commit once. */
async function* sinceAny(
  starts: readonly string[],
  { repository, head }: PullRequestEvent,
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
