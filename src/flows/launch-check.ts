/** Says on a head whether the service is ready to launch. */
import { createHash } from 'node:crypto';
import { dayOf } from '../core/clock.js';
import type { RepoRef } from '../core/repo-ref.js';
import type { EffectivePolicy } from '../domain/policy/index.js';
import { LAUNCH_CHECK } from '../domain/readiness/check-content.js';
import { stanceOf } from '../domain/readiness/gate.js';
import {
  decisive,
  launchCheck,
  type LaunchFacts,
  type LaunchGate,
  LISTED,
  type OpenSecret,
} from '../domain/readiness/launch-check.js';
import { dismissalsOn, standingOf } from '../domain/readiness/standing.js';
import { shortFingerprint } from '../domain/scanner/finding.js';
import { type PassedOn, passedOn, savePassedOn } from '../infra/db/fan-outs.js';
import { listOpenFindings } from '../infra/db/findings.js';
import { findRepository } from '../infra/db/installations.js';
import type { Context } from './context.js';
import { policyOf } from './policy.js';
import { postCheck } from './post-check.js';
import { rotationOf } from './rotation.js';
import { readService, summaryOf } from './service.js';

/**
 * The same whatever branch it is asked for: a check run belongs to a commit, and a commit that passes for a branch where nothing
 * is enforced could be asked into another one a second later. Where it is required is GitHub's setting.
 */
export async function postLaunch(repository: RepoRef, sha: string, context: Context): Promise<void> {
  const { gates } = (await policyOf(repository, context)).policy;
  const facts = await launchFacts(repository, context);
  await postCheck(repository, sha, LAUNCH_CHECK, launchCheck(facts), context, { status: gates.statuses });
  await noteOtherAnswer(repository.id, answerOf(facts), context);
}

/** What is decisive by now, as heads are told it: by it it is known whether they have to be told anew. */
export function answerOf(facts: LaunchFacts): PassedOn {
  const digest = createHash('sha256')
    .update(JSON.stringify([decisive(facts), facts.gate.branches]))
    .digest('hex');
  return { digest, conclusion: launchCheck(facts).conclusion };
}

/**
 * This head was told something else than all were. Should it become again what all were told, before they are told otherwise, this
 * one has to hear of it, too: what was passed on is forgotten, and its conclusion, where it is another one.
 */
async function noteOtherAnswer(
  repositoryId: number,
  { digest, conclusion }: PassedOn,
  { db }: Pick<Context, 'db'>,
): Promise<void> {
  const told = await passedOn(db, repositoryId);
  if (told === null || told.digest === digest) return;
  await savePassedOn(db, repositoryId, { digest: '', conclusion: told.conclusion === conclusion ? conclusion : '' });
}

/** What decides by now what it says, on any commit of the repository. From the database only. */
export async function launchFacts(repository: RepoRef, context: Context): Promise<LaunchFacts> {
  const service = await readService(repository.id, context);
  const { policy } = service.policy;
  const number = service.baseline?.issue?.number;
  return {
    gate: await launchGate(repository, policy, context),
    summary: summaryOf(service),
    states: service.states,
    secrets: await blockingSecrets(repository, policy, context),
    issueUrl: number === undefined ? null : context.issueUrl(repository, number),
    absentBecause: service.baseline?.absentBecause ?? null,
  };
}

export async function launchGate(
  repository: RepoRef,
  { gates }: Pick<EffectivePolicy, 'gates'>,
  { db, clock }: Pick<Context, 'db' | 'clock'>,
): Promise<LaunchGate> {
  const defaultBranch = (await findRepository(db, repository.id))?.default_branch;
  return {
    stance: stanceOf(gates.launch, dayOf(clock.now())),
    whenUnable: gates.launch.whenUnable,
    branches: [...new Set([...(defaultBranch == null ? [] : [defaultBranch]), ...gates.branches])],
  };
}

/** Notices and old debt may come before what blocks: read a few more than are shown. */
const READ = 10 * LISTED;

async function blockingSecrets(
  { id }: RepoRef,
  { scan }: Pick<EffectivePolicy, 'scan'>,
  { db, clock, engine }: Context,
): Promise<readonly OpenSecret[]> {
  const dismissed = dismissalsOn(scan, dayOf(clock.now())).map(({ fingerprint }) => fingerprint);
  const open = await listOpenFindings(db, id, dismissed, READ);
  return open
    .filter((finding) => standingOf(finding, scan) === 'blocks')
    .slice(0, LISTED)
    .map(({ fingerprint, title, preview, ruleId }) => ({
      id: shortFingerprint(fingerprint),
      kind: title,
      preview,
      rotate: rotationOf(ruleId, engine),
    }));
}
