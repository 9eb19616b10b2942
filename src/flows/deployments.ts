/** A deployment that waits for our word gets it: at once, or as soon as the service is ready. */
import { createHash } from 'node:crypto';
import { dayOf } from '../core/clock.js';
import type { RepoRef } from '../core/repo-ref.js';
import {
  decideDeployment,
  type DeploymentDecision,
  type DeploymentFacts,
  passedAtOnce,
  type SecretsState,
} from '../domain/readiness/deployment.js';
import { stanceOf } from '../domain/readiness/gate.js';
import { inTransaction } from '../infra/db/database.js';
import { type DeploymentGate, noteGate, saveAnswered, saveReport, waitingGates } from '../infra/db/deployment-gates.js';
import { findRepository } from '../infra/db/installations.js';
import { appendJournal } from '../infra/db/journal.js';
import { runOfCallback } from '../infra/github/callback.js';
import { NotFound, Unprocessable } from '../infra/github/errors.js';
import type { JobSpec } from '../infra/queue/types.js';
import type { Context } from './context.js';
import { secretsIn } from './deployed-secrets.js';
import { policyOf } from './policy.js';
import { type Failure, reasonOf } from './say-failed.js';
import { readService, summaryOf } from './service.js';

export interface DeploymentEvent {
  readonly repository: RepoRef;
  readonly environment: string;
  /** Where GitHub says that the answer goes. */
  readonly callback: string;
  readonly deploymentId: number;
  readonly sha: string;
}

/** The waiting environments of one run. */
export interface WaitingDeployment {
  readonly repository: RepoRef;
  readonly runId: number;
}

/** GitHub takes 10 reports for a deployment; the last one is kept for a person who looks into it. */
const REPORTS = 9;

/** People settle things one after the other: what is left is told this often at most, in milliseconds. Going on waits for nothing. */
const APART = 10 * 60_000;

/** GitHub fails a job that waited for 30 days; the day before that is said. */
const GIVEN_UP_DAYS = 30;
const DAY = 86_400_000;

/** A webhook said that a deployment waits. */
export async function receiveDeployment(event: DeploymentEvent, context: Context): Promise<void> {
  const run = await noted(event, context);
  if (run !== null) await judgeDeployment(run, context);
}

export async function deploymentFailed(event: DeploymentEvent, failure: Failure, context: Context): Promise<void> {
  const run = await noted(event, context);
  if (run !== null) await judgementFailed(run, failure, context);
}

/** Null, and logged, when the address is not one of ours: nothing is answered to a place that a payload names. */
async function noted(event: DeploymentEvent, { db, clock, log, apiUrl }: Context): Promise<WaitingDeployment | null> {
  const { repository, environment, deploymentId, sha } = event;
  const runId = runOfCallback(event.callback, apiUrl, repository);
  if (runId === null) {
    log.warn(
      { repositoryId: repository.id },
      'Deployment not answered: its callback is not of this API and repository',
    );
    return null;
  }
  await noteGate(db, { repositoryId: repository.id, runId, environment, deploymentId, sha }, clock.now());
  return { repository, runId };
}

/** Says of each environment that still waits for us what holds by now; where that is what was said before, nothing. */
export async function judgeDeployment({ repository, runId }: WaitingDeployment, context: Context): Promise<void> {
  for (const gate of await waitingGates(context.db, repository.id, runId)) {
    const { gates } = (await policyOf(repository, context)).policy;
    const today = dayOf(context.clock.now());
    const decision =
      passedAtOnce(gates.deployments, gate.environment, today) ??
      decideDeployment(
        await factsOf(repository, gate, context, (mayWait) => secretsIn(repository, gate.sha, mayWait, context)),
      );
    await answer(repository, gate, decision, context);
  }
}

/** Nobody waits for tries of ours where the gate only tells; an enforced one says why it holds. */
export async function judgementFailed(
  { repository, runId }: WaitingDeployment,
  { error, isOver }: Failure,
  context: Context,
): Promise<void> {
  const then = isOver
    ? 'it is looked at again when anything of the service changes, and within a day'
    : 'another try follows by itself within minutes';
  for (const gate of await waitingGates(context.db, repository.id, runId)) {
    const unable = { kind: 'unable', because: `${reasonOf(error)}; ${then}` } as const;
    const facts = await factsOf(repository, gate, context, async () => unable);
    await answer(repository, gate, decideDeployment(facts), context);
  }
}

/**
 * Has what waits judged again: the service is another by now. From the database only. Where the answer stays as it is the judging
 * asks GitHub for nothing either, but for four requests on a commit from before us.
 */
export async function requestDeployments(repositoryId: number, context: Context): Promise<void> {
  const { db, job } = context;
  const row = await findRepository(db, repositoryId);
  if (row === undefined || row.removed_at !== null) return;
  const repository = { id: row.id, owner: row.owner, name: row.name };
  const runs = new Set((await waitingGates(db, repositoryId)).map(({ runId }) => runId));
  await context.enqueue([...runs].map((runId) => judgeDeploymentJob({ repository, runId }, job.installationId)));
}

export function judgeDeploymentJob({ repository, runId }: WaitingDeployment, installationId: number): JobSpec {
  const { id, owner, name } = repository;
  return {
    handler: 'judge-deployment',
    subject: `deployment:${id}:${runId}`,
    key: `judge-deployment:${id}:${runId}`,
    installationId,
    data: { repository: { id, owner, name }, runId },
  };
}

async function factsOf(
  repository: RepoRef,
  gate: DeploymentGate,
  context: Context,
  secretsOf: (mayWait: boolean) => Promise<SecretsState>,
): Promise<DeploymentFacts> {
  const { environment, sha, askedAt } = gate;
  const now = context.clock.now();
  const today = dayOf(now);
  const service = await readService(repository.id, context);
  const { gates } = service.policy.policy;
  const secrets = await secretsOf(stanceOf(gates.deployments, today).mode === 'enforce');
  const number = service.baseline?.issue?.number;
  const absent = service.baseline?.absentBecause ?? 'it is being opened';
  const endsSoon = now.getTime() - askedAt.getTime() >= (GIVEN_UP_DAYS - 1) * DAY;
  return {
    environment,
    sha,
    gate: gates.deployments,
    whenUnable: gates.launch.whenUnable,
    launch:
      number === undefined
        ? { kind: 'unable', because: `there is no baseline issue: ${absent}` }
        : { kind: 'known', blockers: summaryOf(service).blockers },
    secrets,
    issueUrl: number === undefined ? null : context.issueUrl(repository, number),
    today,
    givenUpOn: endsSoon ? dayOf(new Date(askedAt.getTime() + GIVEN_UP_DAYS * DAY)) : null,
  };
}

async function answer(
  repository: RepoRef,
  gate: DeploymentGate,
  { action, comment }: DeploymentDecision,
  context: Context,
): Promise<void> {
  context.signal.throwIfAborted();
  if (action === 'hold') return report(repository, gate, comment, context);
  const { db, github, clock, app, log } = context;
  const { runId, environment, sha } = gate;
  const state = action === 'approve' ? 'approved' : 'rejected';
  const isTaken = await taken(() => github.deployments.review(repository, runId, { environment, state, comment }));
  if (!isTaken && gate.isOurs && (await isPending(repository, gate, context))) {
    // It may wait for others by now, or GitHub did not like the answer: said again with the next change, and by the reconciler.
    log.warn(
      { repositoryId: repository.id, runId, state },
      'GitHub did not take the answer to a deployment that waits',
    );
    return;
  }
  await inTransaction(db, async (trx) => {
    await saveAnswered(trx, gate, clock.now());
    if (!isTaken) return;
    await appendJournal(trx, [
      {
        at: clock.now(),
        actor: app.login,
        repositoryId: repository.id,
        subject: `deployment:${runId}`,
        kind: `deployment.${state}`,
        data: { environment, sha },
      },
    ]);
  });
  log.info({ repositoryId: repository.id, runId, state, isTaken }, 'Deployment answered');
}

/** A report only where the words are new, not right after another, and while GitHub takes any. */
async function report(repository: RepoRef, gate: DeploymentGate, comment: string, context: Context): Promise<void> {
  const { db, github, clock, job, log } = context;
  const { runId, environment, reports, reportedAt } = gate;
  const digest = createHash('sha256').update(comment).digest('hex');
  if (digest === gate.digest || reports >= REPORTS) return;
  const next = (reportedAt?.getTime() ?? 0) + APART;
  if (next > clock.now().getTime())
    return context.enqueue([
      { ...judgeDeploymentJob({ repository, runId }, job.installationId), runAt: new Date(next) },
    ]);
  if (await taken(() => github.deployments.report(repository, runId, { environment, comment }))) {
    await saveReport(db, gate, { reports: reports + 1, digest }, clock.now());
    log.info({ repositoryId: repository.id, runId, reports: reports + 1 }, 'Deployment held');
    return;
  }
  // Somebody else decided, or the run was cancelled; or GitHub counts more reports than we do.
  const isWaiting = (gate.isOurs || reports > 0) && (await isPending(repository, gate, context));
  if (isWaiting) await saveReport(db, gate, { reports: REPORTS, digest }, clock.now());
  else await saveAnswered(db, gate, clock.now());
}

/** One request. False when the run is over, or is not there any more. */
export async function isPending(
  repository: RepoRef,
  { runId, environment }: Pick<DeploymentGate, 'runId' | 'environment'>,
  { github }: Context,
): Promise<boolean> {
  try {
    const names = await github.deployments.pending(repository, runId);
    return names.some((name) => name.toLowerCase() === environment.toLowerCase());
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

/** False when GitHub wants no such answer (any more). */
async function taken(say: () => Promise<void>): Promise<boolean> {
  try {
    await say();
    return true;
  } catch (error) {
    if (error instanceof NotFound || error instanceof Unprocessable) return false;
    throw error;
  }
}
