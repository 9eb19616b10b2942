/** Takes note of one edit of the baseline issue; the write that settles it comes a moment later, once for a burst of edits. */
import type { RepoRef } from '../core/repo-ref.js';
import { findBaseline } from '../infra/db/baselines.js';
import { addEdit, basisOf } from '../infra/db/edits.js';
import type { JobSpec } from '../infra/queue/types.js';
import type { Context } from './context.js';

export interface IssueEdit {
  readonly repository: RepoRef;
  readonly issue: number;
  readonly by: string;
  /** ISO 8601 instant of the edit. */
  readonly at: string;
  /** Null when GitHub did not say what the body was before. */
  readonly edit: { readonly from: string | null; readonly to: string | null } | null;
}

export async function noteEdit(event: IssueEdit, context: Context): Promise<void> {
  const { db, job } = context;
  const baseline = await findBaseline(db, event.repository.id);
  if (baseline?.issue?.number !== event.issue) return;
  const edit = event.by === context.app.login ? await lostUpdate(event, context) : personsEdit(event);
  if (edit === null) return;
  if (edit !== 'unknown') await addEdit(db, event.repository.id, job.delivery, edit);
  await requestWrite(event.repository.id, context, context.delays.edits);
}

/** Asks for the one write of this baseline issue, in `delay` milliseconds at the latest. */
export async function requestWrite(repositoryId: number, context: Context, delay = 0): Promise<void> {
  const runAt = delay > 0 ? { runAt: new Date(context.clock.now().getTime() + delay) } : {};
  await context.enqueue([{ ...writeJob(repositoryId, context.job.installationId), ...runAt }]);
}

/** The job that writes this baseline issue, for those who put it in line together with other things. */
export function writeJob(repositoryId: number, installationId: number): JobSpec {
  return {
    handler: 'write-issue',
    subject: `baseline:${repositoryId}`,
    key: `write-issue:${repositoryId}`,
    installationId,
    data: { repositoryId },
  };
}

function personsEdit({ edit, by, at }: IssueEdit) {
  return edit === null ? 'unknown' : { ...edit, by, at };
}

/**
 * The echo of our own write says what it replaced. Was that not the body we had read, then somebody's edit in between was
 * overwritten: it is taken up now, without a name, which the edit history gives.
 */
async function lostUpdate({ repository, edit, at }: IssueEdit, { db }: Context) {
  if (edit?.to == null) return null;
  const basis = await basisOf(db, repository.id, edit.to);
  if (basis === null || basis === (edit.from ?? '')) return null;
  return { from: basis, to: edit.from, by: null, at };
}
