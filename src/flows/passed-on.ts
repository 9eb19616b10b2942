/** What is decisive of a service by now, as open pull requests are told it: by it it is known whether they have to be told anew. */
import { createHash } from 'node:crypto';
import type { RepoRef } from '../core/repo-ref.js';
import { LAUNCH_CHECK } from '../domain/readiness/check-content.js';
import { decisive, launchCheck, type LaunchFacts } from '../domain/readiness/launch-check.js';
import { type PassedOn, savePassedOn } from '../infra/db/fan-outs.js';
import { hasSaid } from '../infra/db/heads.js';
import type { Context } from './context.js';
import { launchFacts } from './launch-check.js';

export function answerOf(facts: LaunchFacts): PassedOn {
  const digest = createHash('sha256')
    .update(JSON.stringify([decisive(facts), facts.gate.branches]))
    .digest('hex');
  return { digest, conclusion: launchCheck(facts).conclusion };
}

/** Before anything is said in a repository: whoever is told from now on is told this, or what comes after it. */
export async function beginPassingOn(repository: RepoRef, context: Context): Promise<void> {
  if (await hasSaid(context.db, repository.id, LAUNCH_CHECK)) return;
  await savePassedOn(context.db, repository.id, answerOf(await launchFacts(repository, context)));
}
