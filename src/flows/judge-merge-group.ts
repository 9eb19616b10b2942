/** A merge queue's own commit gets both checks: it is looked at, and what it brings together was, or is now. */
import type { Head } from '../infra/db/heads.js';
import { findRepository } from '../infra/db/installations.js';
import type { Context } from './context.js';
import { lookSince, postBoth, type PullRequestEvent } from './judge-pull-request.js';
import { lookedAt } from './looked-at.js';
import { rememberRepository } from './remember-repository.js';
import { scanChanges } from './scan-changes.js';

/** One request and two writes, where the pull request's head was judged and the group is the first of its queue. */
export async function judgeMergeGroup(event: PullRequestEvent, context: Context): Promise<void> {
  const { repository, head, base } = event;
  const defaultBranch = event.defaultBranch ?? (await rememberRepository(repository, context)).defaultBranch;
  const isIntoDefault = base.ref === defaultBranch;
  const known = await lookedAt(head, repository, context);
  const onKnown = known === null && isIntoDefault ? await lookOnKnown(event, context) : null;
  // The base may be a group that is not merged yet, and need not have passed: what it brings comes with this one.
  const starts = known === null ? [defaultBranch, base.sha] : isIntoDefault ? [] : [base.sha];
  await postBoth(event, onKnown ?? (await lookSince(starts, event, known, context)), context);
}

/**
 * The commit alone, on top of what is known of the head that it merges; one that was squashed or rebased stands for itself. Null where
 * any of its parents is neither the default branch's head nor judged: then all of it has to be read.
 */
async function lookOnKnown({ repository, head, base }: PullRequestEvent, context: Context): Promise<Head | null> {
  const row = await findRepository(context.db, repository.id);
  if (row?.default_sha !== base.sha) return null;
  const { parents, changes } = await context.changes.commit(repository, head);
  const [first, merged, another] = parents;
  if (first !== base.sha || another !== undefined) return null;
  if (merged !== undefined && (await lookedAt(merged, repository, context)) === null) return null;
  return scanChanges(repository, head, changes, merged ?? null, context);
}
