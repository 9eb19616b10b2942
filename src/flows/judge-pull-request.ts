/** A pull request's head gets both checks; what a push of it already settled is not read again. */
import type { RepoRef } from '../core/repo-ref.js';
import { findHead } from '../infra/db/heads.js';
import type { Context } from './context.js';
import { postLaunch } from './launch-check.js';
import { scanChanges } from './scan-changes.js';
import { postSecrets } from './secrets-check.js';

export interface PullRequestEvent {
  readonly repository: RepoRef;
  readonly number: number;
  /** Shas; the head of a fork is in our repository too, as `refs/pull/N/head`. */
  readonly head: string;
  readonly base: string;
}

export async function judgePullRequest(event: PullRequestEvent, context: Context): Promise<void> {
  const { repository, head, base } = event;
  const known = await findHead(context.db, repository.id, head, context.engine.version);
  const judged =
    known ?? (await scanChanges(repository, head, context.changes.between(repository, base, head), null, context));
  await postSecrets(repository, judged, context);
  await postLaunch(repository, head, context);
}
