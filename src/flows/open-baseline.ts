/** Makes sure that a repository has its one baseline issue, whoever asks and however often. */
import type { RepoRef } from '../core/repo-ref.js';
import { render } from '../domain/checklist/index.js';
import { findBaseline, saveBaseline } from '../infra/db/baselines.js';
import { catalogueDigest } from '../infra/db/catalogues.js';
import { inTransaction } from '../infra/db/database.js';
import { once } from '../infra/db/effects.js';
import { appendJournal } from '../infra/db/journal.js';
import type { Issue } from '../infra/github/gateway.js';
import { Gone } from '../infra/github/errors.js';
import { findBaselineIssue } from '../infra/github/find-issue.js';
import { enqueue } from '../infra/queue/queue.js';
import { announceJob } from './announce-checks.js';
import type { Context } from './context.js';
import { requestWrite } from './note-edit.js';
import { ensurePolicies } from './policy.js';
import { rememberRepository } from './remember-repository.js';
import { readService, viewOf } from './service.js';

export const LABEL = 'security-baseline';
export const TITLE = 'Security baseline';

/** The effect by which it is known that the issue was opened. */
export function effectOf(repositoryId: number): string {
  return `baseline-issue:${repositoryId}`;
}

/**
 * Reads the repository afresh: payloads may be old, and installation events say little. An issue that is there already, from
 * before our database was lost, say, is taken over with what people ticked in it.
 */
export async function openBaseline(ref: RepoRef, context: Context): Promise<void> {
  const { db, github, clock, log, app } = context;
  const repository = await rememberRepository(ref, context);
  if (!repository.isArchived) await ensurePolicies(repository, context);
  const service = await readService(repository.id, context);
  if (repository.isArchived) return;
  // Back from an archive, another owner or a time without us: another policy may hold, and people may have ticked meanwhile.
  if (service.baseline?.issue) return requestWrite(repository.id, context);
  if (!repository.hasIssues) return notPossible(repository, 'issues are switched off in it', context);
  const { body } = render(viewOf(repository.id, service, context));
  const look = async () => {
    const issue = await findBaselineIssue(github.issues, repository, { label: LABEL, creator: app.login });
    return issue === undefined ? null : { ...identity(issue), isFound: true };
  };
  const create = async () => ({
    ...identity(await github.issues.create(repository, { title: TITLE, body, labels: [LABEL] })),
    isFound: false,
  });
  try {
    const { isFound, ...issue } = await once(db, clock, effectOf(repository.id), {
      look,
      act: async () => (await look()) ?? create(),
    });
    await inTransaction(db, async (trx) => {
      const catalogue = catalogueDigest(context.checklists);
      const written = { settledBody: body, catalogueDigest: catalogue };
      await saveBaseline(trx, repository.id, clock.now(), { issue, absentBecause: null, ...written });
      await appendJournal(trx, [
        {
          at: clock.now(),
          actor: app.login,
          repositoryId: repository.id,
          subject: `issue:${issue.number}`,
          kind: 'baseline.opened',
          data: { checklists: service.checklists.map(({ name }) => name) },
        },
      ]);
      await enqueue(trx, clock, [announceJob(repository, context.job.installationId)]);
    });
    if (isFound) await requestWrite(repository.id, context);
    log.info({ repositoryId: repository.id, issue: issue.number }, 'baseline issue opened');
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
    await notPossible(repository, 'issues are switched off in it', context);
  }
}

/** The checks are there all the same, and say so. */
async function notPossible(repository: RepoRef, because: string, { db, clock, log, job }: Context): Promise<void> {
  await inTransaction(db, async (trx) => {
    const known = await findBaseline(trx, repository.id);
    await saveBaseline(trx, repository.id, clock.now(), { absentBecause: because });
    if (known?.absentBecause !== because) await enqueue(trx, clock, [announceJob(repository, job.installationId)]);
  });
  log.info({ repositoryId: repository.id, because }, 'baseline issue not possible');
}

function identity(issue: Issue): { number: number; nodeId: string } {
  return { number: issue.number, nodeId: issue.nodeId };
}
