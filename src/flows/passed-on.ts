/** The first answer that anybody is told of a service: later ones are compared with it. */
import type { RepoRef } from '../core/repo-ref.js';
import { LAUNCH_CHECK } from '../domain/readiness/check-content.js';
import { savePassedOn } from '../infra/db/fan-outs.js';
import { hasSaid } from '../infra/db/heads.js';
import type { Context } from './context.js';
import { answerOf, launchFacts } from './launch-check.js';

/** Before anything is said in a repository: whoever is told from now on is told this, or what comes after it. */
export async function beginPassingOn(repository: RepoRef, context: Context): Promise<void> {
  if (await hasSaid(context.db, repository.id, LAUNCH_CHECK)) return;
  await savePassedOn(context.db, repository.id, answerOf(await launchFacts(repository, context)));
}
