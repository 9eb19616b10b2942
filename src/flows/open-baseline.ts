/** Makes sure that a repository has its one baseline issue, whoever asks and however often. */
import type { RepoRef } from '../core/repo-ref.js';
import { render } from '../domain/checklist/index.js';
import { LAUNCH_CHECK } from '../domain/readiness/check-content.js';
import { findBaseline, saveBaseline } from '../infra/db/baselines.js';
import { catalogueDigest } from '../infra/db/catalogues.js';
import { inTransaction } from '../infra/db/database.js';
import { hasSaid } from '../infra/db/heads.js';
import { once } from '../infra/db/effects.js';
import { removeRepositories } from '../infra/db/installations.js';
import { appendJournal } from '../infra/db/journal.js';
import { findOnboarding, finishOnboarding, type Settlement, settleOnboarding } from '../infra/db/onboarding.js';
import type { SkipReason } from '../infra/db/service-tables.js';
import type { Issue, Repository } from '../infra/github/gateway.js';
import { Forbidden, Gone, NotFound } from '../infra/github/errors.js';
import { findBaselineIssue } from '../infra/github/find-issue.js';
import { enqueue } from '../infra/queue/queue.js';
import { announceJob } from './announce-checks.js';
import type { Context } from './context.js';
import { requestDeployments } from './deployments.js';
import { requestFanOut } from './fan-out.js';
import { keepReadiness } from './keep-readiness.js';
import { requestWrite } from './note-edit.js';
import { whySkipped } from './onboard.js';
import { ensurePolicies, selectionIn } from './policy.js';
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
  const { db, clock, log } = context;
  // Before there is an issue, a check can only say that there is none yet.
  const wasTold = await hasSaid(db, ref.id, LAUNCH_CHECK);
  const settlement = await open(ref, context);
  await keepReadiness(ref.id, context);
  if (wasTold) await requestFanOut(ref.id, context);
  await requestDeployments(ref.id, context);
  const installation = await settleOnboarding(db, ref.id, settlement, clock.now());
  if (installation === null || !(await finishOnboarding(db, installation, clock.now()))) return;
  log.info({ installationId: installation }, 'onboarding finished');
}

async function open(ref: RepoRef, context: Context): Promise<Settlement> {
  const { db, github, clock, log, app } = context;
  const repository = await stillThere(ref, context);
  if (repository === null) return 'gone';
  if (repository.isArchived) return 'archived';
  await ensurePolicies(repository, context);
  const service = await readService(repository.id, context);
  // Back from an archive, another owner or a time without us: another policy may hold, and people may have ticked meanwhile.
  if (service.baseline?.issue) {
    await requestWrite(repository.id, context);
    return 'opened';
  }
  const because = await whyNot(repository, context);
  if (because !== null) return notPossible(repository, because, context);
  if (!repository.hasIssues) return notPossible(repository, 'no-issues', context);
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
    return 'opened';
  } catch (error) {
    if (error instanceof Gone) return notPossible(repository, 'no-issues', context);
    if (error instanceof Forbidden && error.reason === 'archived') return 'archived';
    throw error;
  }
}

/** Null where it is not shown to us any more, or another repository has its name. */
async function stillThere(ref: RepoRef, context: Context): Promise<Repository | null> {
  const { db, clock, job, log } = context;
  try {
    const repository = await rememberRepository(ref, context);
    if (repository.id === ref.id) return repository;
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
  }
  await removeRepositories(db, [ref.id], clock.now(), job.installationId);
  log.info({ repositoryId: ref.id }, 'the repository is gone');
  return null;
}

async function whyNot(repository: Repository, context: Context): Promise<SkipReason | null> {
  const { db, clock, job } = context;
  const since = (await findOnboarding(db, job.installationId))?.startedAt ?? clock.now();
  return whySkipped(repository, await selectionIn(context), since);
}

const WHY_NOT: Readonly<Record<SkipReason, string>> = {
  'no-issues': 'issues are switched off in it',
  archived: 'it is archived',
  gone: 'it is not there any more',
  existing: "the organisation's policy gives issues to new repositories only",
  'not-selected': "the organisation's policy does not select it",
};

/** The checks are there all the same, and say so. */
async function notPossible(repository: RepoRef, reason: SkipReason, context: Context): Promise<SkipReason> {
  const { db, clock, log, job } = context;
  const because = WHY_NOT[reason];
  await inTransaction(db, async (trx) => {
    const known = await findBaseline(trx, repository.id);
    await saveBaseline(trx, repository.id, clock.now(), { absentBecause: because });
    if (known?.absentBecause !== because) await enqueue(trx, clock, [announceJob(repository, job.installationId)]);
  });
  log.info({ repositoryId: repository.id, because }, 'baseline issue not possible');
  return reason;
}

function identity(issue: Issue): { number: number; nodeId: string } {
  return { number: issue.number, nodeId: issue.nodeId };
}
