/** A push: what it brought is looked at, added to what its branch already carried, and said on the new head. */
import type { RepoRef } from '../core/repo-ref.js';
import { findHead, type Head } from '../infra/db/heads.js';
import type { Push } from '../infra/github/changes/choose.js';
import type { Context } from './context.js';
import { rememberRepository } from './remember-repository.js';
import { scanChanges } from './scan-changes.js';
import { postSecrets } from './secrets-check.js';

export interface PushEvent extends Omit<Push, 'defaultBranch'> {
  readonly repository: RepoRef;
  /** Null when the payload did not say. */
  readonly defaultBranch: string | null;
}

export async function judgePush(event: PushEvent, context: Context): Promise<void> {
  const { db, engine } = context;
  const { repository, after } = event;
  const known = await findHead(db, repository.id, after, engine.version);
  if (known) return postSecrets(repository, known, context);
  const defaultBranch = event.defaultBranch ?? (await rememberRepository(repository, context)).defaultBranch;
  const push: Push = { ...event, defaultBranch };
  const carried = await carriedBy(push, repository, context);
  const changes = context.changes.push(repository, isFirstLook(push, carried) ? { ...push, created: true } : push);
  const head = await scanChanges(repository, after, changes, carried, context);
  await postSecrets(repository, head, context);
}

/** What the branch carried before: nothing where it starts anew, since everything it has is then looked at. */
async function carriedBy(push: Push, repository: RepoRef, { db, engine }: Context): Promise<Head | null> {
  if (push.created || push.forced) return null;
  return findHead(db, repository.id, push.before, engine.version);
}

/**
 * A branch that had commits before we looked at any of them: only the commits of this push would be seen, and the check
 * would vouch for the others too. So it is read like a new one, from the default branch on. The default branch itself
 * is vouched for from the first push we saw; its history is the business of a history scan.
 */
function isFirstLook(push: Push, carried: Head | null): boolean {
  return carried === null && push.ref !== `refs/heads/${push.defaultBranch}`;
}
