/** A push: what it brought is looked at, added to what its branch already carried, and said on the new head. */
import type { RepoRef } from '../core/repo-ref.js';
import { isGated } from '../domain/readiness/gate.js';
import { forgetLooks, type Head } from '../infra/db/heads.js';
import { saveDefaultHead } from '../infra/db/installations.js';
import { isZero, type Push } from '../infra/github/changes/choose.js';
import type { Context } from './context.js';
import { postLaunch } from './launch-check.js';
import { lookedAt } from './looked-at.js';
import { policyOf } from './policy.js';
import { rememberRepository } from './remember-repository.js';
import { bothFailed, type Failure, secretsFailed } from './say-failed.js';
import { scanChanges } from './scan-changes.js';
import { postSecrets } from './secrets-check.js';

export interface PushEvent extends Omit<Push, 'defaultBranch'> {
  readonly repository: RepoRef;
  /** Null when the payload did not say. */
  readonly defaultBranch: string | null;
}

export async function judgePush(event: PushEvent, context: Context): Promise<void> {
  const { repository } = event;
  const defaultBranch = event.defaultBranch ?? (await rememberRepository(repository, context)).defaultBranch;
  const push: Push = { ...event, defaultBranch };
  const head = await judged(push, repository, context);
  // A tag mostly names a commit that was judged where it came in, or that was there before us: it is no place for news.
  if (isTag(push) && head.commits === 0 && head.sightings.length === 0 && head.unseen.length === 0) return;
  await postSecrets(repository, head, context);
  if (await isOnGate(push, repository, context)) await postLaunch(repository, push.after, context);
}

/** Of a tag nothing is said: what it names was judged where it came in. */
export async function pushFailed(event: PushEvent, failure: Failure, context: Context): Promise<void> {
  const { repository, after: sha } = event;
  if (isTag(event)) return;
  const both = await isOnGate(event, repository, context);
  await (both ? bothFailed : secretsFailed)({ repository, sha }, failure, context);
}

const isTag = ({ ref }: Pick<Push, 'ref'>): boolean => ref.startsWith('refs/tags/');

/** Whether the push is to a branch where readiness counts. */
async function isOnGate(
  { ref, defaultBranch }: Pick<PushEvent, 'ref' | 'defaultBranch'>,
  repository: RepoRef,
  context: Context,
): Promise<boolean> {
  if (!ref.startsWith('refs/heads/')) return false;
  const { policy } = await policyOf(repository, context);
  return isGated(ref.slice('refs/heads/'.length), policy.gates, defaultBranch);
}

async function judged(push: Push, repository: RepoRef, context: Context): Promise<Head> {
  const { after, before } = push;
  const onDefault = push.ref === `refs/heads/${push.defaultBranch}`;
  if (onDefault) {
    // Whoever goes on from the branch as it was may bring back what was purged from it: that is read again before it passes.
    if (push.forced || push.created) await forgetLooks(context.db, repository.id, after);
    await saveDefaultHead(context.db, repository.id, after);
  }
  const known = await lookedAt(after, repository, context);
  // A commit that comes to the default branch goes on from what is there, also when a branch of its own was judged clean.
  if (known && (!onDefault || known.follows === before)) return known;
  const follows = onDefault ? followedOnDefault(push) : await followedOnBranch(push, repository, context);
  const isFirstLook = follows === null && !onDefault;
  const changes = context.changes.push(repository, isFirstLook ? { ...push, created: true } : push);
  return scanChanges(repository, after, changes, follows, context);
}

/**
 * The default branch is vouched for from the first push we saw; its history is the business of a history scan. What was found
 * stays found: after a push by force, since whoever has the old commits has the value; and when rules change.
 */
function followedOnDefault({ created, before }: Push): string | null {
  return created || isZero(before) ? null : before;
}

/**
 * Another branch goes on from its last head if these rules looked at it. Else only the commits of this push would be seen and
 * the check would vouch for the others too: so it is read like a new branch, from the default branch on.
 */
async function followedOnBranch(push: Push, repository: RepoRef, context: Context): Promise<string | null> {
  if (push.created || push.forced) return null;
  return (await lookedAt(push.before, repository, context)) === null ? null : push.before;
}
