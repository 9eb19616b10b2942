/** Puts both checks on the default branch's head: GitHub offers as required only what it has seen there, and people look there. */
import { dayOf } from '../core/clock.js';
import type { RepoRef } from '../core/repo-ref.js';
import { SECRETS_CHECK } from '../domain/readiness/check-content.js';
import { stanceOf } from '../domain/readiness/gate.js';
import { secretsWatched } from '../domain/readiness/secrets-check.js';
import { findCheck, findHead, type Head } from '../infra/db/heads.js';
import { findRepository, saveDefaultHead } from '../infra/db/installations.js';
import type { JobSpec } from '../infra/queue/types.js';
import type { Context } from './context.js';
import { beginPassingOn } from './passed-on.js';
import { policyOf } from './policy.js';
import { postCheck } from './post-check.js';
import { postSecrets } from './secrets-check.js';

/** One request, and one for each check. An empty repository has nothing to put them on: its first push does it. */
export async function announceChecks(repository: RepoRef, context: Context): Promise<void> {
  const branch = (await findRepository(context.db, repository.id))?.default_branch;
  if (branch == null) return;
  const sha = await context.github.repositories.headOf(repository, branch);
  if (sha === null) return;
  await beginPassingOn(repository, context);
  await saveDefaultHead(context.db, repository.id, sha);
  // The rest belongs to the head, whose jobs run in order: the push that brought it may be judged at this moment.
  const job = (handler: string): JobSpec => ({
    handler,
    subject: `head:${repository.id}:${sha}`,
    key: `${handler}:${repository.id}:${sha}`,
    installationId: context.job.installationId,
    data: { repository, sha },
  });
  const runAt = new Date(context.clock.now().getTime() + context.delays.firstPush);
  await context.enqueue([{ ...job('watch-head'), runAt }, job('judge-launch')]);
}

/** The job that announces them, for those who put it in line together with other things. */
export function announceJob({ id, owner, name }: RepoRef, installationId: number): JobSpec {
  return {
    handler: 'announce-checks',
    subject: `announce:${id}`,
    key: `announce-checks:${id}`,
    installationId,
    data: { repository: { id, owner, name } },
  };
}

/** What is known of the head, where it was judged; else that it was there before us. What was said already stays. */
export async function postWatched(repository: RepoRef, sha: string, context: Context): Promise<void> {
  const { db, clock } = context;
  const head = await findHead(db, repository.id, sha);
  // A tag on it brings nothing, and is no look at what was there.
  if (head !== null && hasNews(head)) return postSecrets(repository, head, context);
  if ((await findCheck(db, repository.id, sha, SECRETS_CHECK)) !== null) return;
  const { gates } = (await policyOf(repository, context)).policy;
  const content = secretsWatched(stanceOf(gates.secrets, dayOf(clock.now())));
  await postCheck(repository, sha, SECRETS_CHECK, content, context, { status: gates.statuses });
}

function hasNews({ commits, sightings, unseen }: Head): boolean {
  return commits + sightings.length + unseen.length > 0;
}
