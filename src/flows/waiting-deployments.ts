/** Deployments that wait although we never heard of them, or never came to an answer: found by looking. */
import type { RepoRef } from '../core/repo-ref.js';
import { type AskedGate, askedGates, forgetGate, noteGate } from '../infra/db/deployment-gates.js';
import { findInstallation } from '../infra/db/installations.js';
import type { WaitingRun } from '../infra/github/gateway.js';
import type { JobSpec } from '../infra/queue/types.js';
import type { Context } from './context.js';
import { isPending, judgeDeploymentJob } from './deployments.js';

export interface DeploymentLook {
  /** Somebody pushed since the last look: what is deployed mostly came a moment before. */
  readonly isPushedTo: boolean;
  /** Counts requests. */
  spend(requests: number): void;
}

/**
 * The jobs that answer them. Those that wait and are known are judged again as well: the day may be another, or a try was given up.
 *
 * No request where the installation does not let us answer deployments, nor for a repository that never asked and was not pushed
 * to; else one for 100 waiting runs, one more for each of those, and one for each that we know to wait and that is not among them.
 */
export async function waitingDeployments(
  repository: RepoRef,
  { isPushedTo, spend }: DeploymentLook,
  context: Context,
): Promise<readonly JobSpec[]> {
  const { db, github, job } = context;
  const installation = await findInstallation(db, job.installationId);
  if (installation?.permissions.deployments !== 'write') return [];
  const asked = await askedGates(db, repository.id);
  if (asked.length === 0 && !isPushedTo) return [];
  const runs: WaitingRun[] = [];
  for await (const run of github.deployments.waiting(repository)) runs.push(run);
  spend(Math.max(1, Math.ceil(runs.length / 100)));
  const waiting: AskedGate[] = [];
  for (const run of runs) waiting.push(...(await waitingIn(run, repository, asked, spend, context)));
  const listed = new Set(runs.map(({ id }) => id));
  for (const gate of asked) {
    if (gate.answeredAt !== null || waiting.some((one) => isSame(one, gate))) continue;
    // A run may be listed otherwise while another of its jobs is under way; what is forgotten would never be answered.
    const isListed = listed.has(gate.runId);
    if (!isListed) spend(1);
    if (!isListed && (await isPending(repository, gate, context))) waiting.push(gate);
    else await forgetGate(db, gate);
  }
  const runIds = new Set(waiting.map(({ runId }) => runId));
  return [...runIds].map((runId) => judgeDeploymentJob({ repository, runId }, job.installationId));
}

/**
 * The environments of a run that wait for our word as far as anybody knows; which of the new ones are ours to answer, GitHub's
 * answer to ours will say. One that was answered in this attempt of the run waits for others.
 */
async function waitingIn(
  { id: runId, headSha: sha, startedAt }: WaitingRun,
  repository: RepoRef,
  asked: readonly AskedGate[],
  spend: DeploymentLook['spend'],
  { db, github, log }: Context,
): Promise<readonly AskedGate[]> {
  const names = await github.deployments.pending(repository, runId);
  spend(1);
  const waiting: AskedGate[] = [];
  for (const environment of names) {
    const gate = { repositoryId: repository.id, runId, environment, answeredAt: null };
    const known = asked.find((one) => isSame(one, gate));
    if (known?.answeredAt != null && known.answeredAt >= startedAt) continue;
    waiting.push(gate);
    if (known?.answeredAt === null) continue;
    if (known !== undefined) await forgetGate(db, known);
    await noteGate(db, { ...gate, deploymentId: null, sha }, startedAt);
    log.info({ repositoryId: repository.id, runId }, 'A deployment waits that no webhook told of');
  }
  return waiting;
}

/** GitHub's names of environments are the same in any case. */
function isSame(a: AskedGate, b: AskedGate): boolean {
  return a.runId === b.runId && a.environment.toLowerCase() === b.environment.toLowerCase();
}
