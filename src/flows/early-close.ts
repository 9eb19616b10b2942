/** Somebody closed the baseline issue while something blocks the launch: it opens again, or the decision is put on record. */
import type { RepoRef } from '../core/repo-ref.js';
import { mention } from '../domain/checklist/index.js';
import { findBaseline } from '../infra/db/baselines.js';
import { once } from '../infra/db/effects.js';
import { appendJournal } from '../infra/db/journal.js';
import type { Context } from './context.js';
import { oneComment } from './one-comment.js';
import { ownIssue } from './own-issue.js';
import { readService, summaryOf } from './service.js';
import { settleIssue } from './settle-issue.js';

export interface Closing {
  readonly repository: RepoRef;
  readonly issue: number;
  /** Login of who closed it. */
  readonly by: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** What was ticked just before counts: it is taken up first. */
export async function settleClosing(closing: Closing, context: Context): Promise<void> {
  const { repository, by, at } = closing;
  const { db, github, clock, app, job } = context;
  const known = (await findBaseline(db, repository.id))?.issue;
  if (known?.number !== closing.issue || by === app.login) return;
  await settleIssue(repository.id, context);
  const blockers = summaryOf(await readService(repository.id, context)).blockers.length;
  if (blockers === 0) return;
  const { earlyClose } = await context.lifeRules(repository, context);
  await once(db, clock, `closed:${job.delivery}`, {
    look: async () => null,
    act: () =>
      appendJournal(db, [
        {
          at: new Date(at),
          actor: by,
          repositoryId: repository.id,
          subject: `issue:${known.number}`,
          kind: 'baseline.closed',
          data: { blockers, answer: earlyClose },
        },
      ]),
  });
  if (earlyClose === 'record') return;
  const issue = await ownIssue(repository, known, context);
  // Opened again by somebody meanwhile: there is nothing to say.
  if (issue?.state !== 'closed') return;
  await explain(closing, blockers, context);
  await github.issues.update(repository, known.number, { state: 'open', stateReason: 'reopened' });
}

/** One comment an issue, edited in place when it is closed again. Written before it is opened, so that no crash leaves it out. */
function explain({ repository, issue, by }: Closing, blockers: number, context: Context): Promise<void> {
  const things = blockers === 1 ? 'one thing still blocks' : `${blockers} things still block`;
  const text = [
    `${mention(by)} closed this list while ${things} the launch, so it is open again. The top says what blocks.`,
    'What has to wait can wait in the open: `/baseline accept-risk <item> until <date> because <reason>`.',
  ].join(' ');
  const [purpose, marker] = [`reopened:${repository.id}:${issue}`, `reopened=${issue}`];
  return oneComment({ repository, issue, purpose, marker, text, again: 'edit' }, context);
}
