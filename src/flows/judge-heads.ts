/** Says the newest heads of a repository again, under another policy or after a dismissal: what is known anew, what is not is looked at. */
import { SECRETS_CHECK } from '../domain/readiness/check-content.js';
import { headsUnread, headsWithFindings } from '../infra/db/heads.js';
import { findRepository } from '../infra/db/installations.js';
import type { JobSpec } from '../infra/queue/types.js';
import type { Context } from './context.js';
import { sayAgain } from './keep-head.js';

/** Ends of branches come first. More than this are old ones: their check is corrected when something happens on them. */
const HEADS = 50;

export async function judgeHeads(repositoryId: number, context: Context): Promise<void> {
  const { db, job } = context;
  const row = await findRepository(db, repositoryId);
  if (row === undefined || row.removed_at !== null) return;
  const { id, owner, name } = row;
  const repository = { id, owner, name };
  await sayAgain(repository, await headsWithFindings(db, id, HEADS), context);
  // What could not be read may pass where it is not enforced, and must not go on to.
  const unread = await headsUnread(db, id, SECRETS_CHECK, HEADS);
  await context.enqueue(
    unread.map((sha) => ({
      handler: 'run-again',
      subject: `head:${id}:${sha}`,
      key: `run-again:${id}:${sha}`,
      installationId: job.installationId,
      data: { repository, sha },
    })),
  );
}

/** The job that says them, for those who put it in line together with other things. */
export function judgeHeadsJob(repositoryId: number, installationId: number): JobSpec {
  return {
    handler: 'judge-heads',
    subject: `heads:${repositoryId}`,
    key: `judge-heads:${repositoryId}`,
    installationId,
    data: { repositoryId },
  };
}
