/** Says the newest heads of a repository again, without looking at anything anew: another policy holds, or a dismissal ended. */
import { headsWithFindings } from '../infra/db/heads.js';
import { findRepository } from '../infra/db/installations.js';
import type { JobSpec } from '../infra/queue/types.js';
import type { Context } from './context.js';
import { sayAgain } from './keep-head.js';

/** Ends of branches come first. More than this are old ones: their check is corrected when something happens on them. */
const HEADS = 50;

export async function judgeHeads(repositoryId: number, context: Context): Promise<void> {
  const row = await findRepository(context.db, repositoryId);
  if (row === undefined || row.removed_at !== null) return;
  const { id, owner, name } = row;
  await sayAgain({ id, owner, name }, await headsWithFindings(context.db, id, HEADS), context);
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
