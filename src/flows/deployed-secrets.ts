/** What is known of the secrets in a commit that is deployed: looked up, or looked at now; never clean for not having looked. */
import type { RepoRef } from '../core/repo-ref.js';
import type { SecretsState } from '../domain/readiness/deployment.js';
import { firstAsked } from '../infra/db/deployment-gates.js';
import { type Head, judgedBy } from '../infra/db/heads.js';
import { findHistoryScan, unseenInHistory } from '../infra/db/history-scans.js';
import { findRepository } from '../infra/db/installations.js';
import type { Context } from './context.js';
import { isOn } from './is-on.js';
import { lookedAt } from './looked-at.js';
import { rememberRepository } from './remember-repository.js';
import { requestHistory } from './request-history.js';
import { scanChanges } from './scan-changes.js';
import { secretsOn } from './secrets-check.js';

/** As far back as a commit that was judged is looked for: three requests. */
const FURTHEST = 300;

/**
 * @param mayWait whether somebody waits for the answer: then it is made sure that there will be one
 * @throws GitHubError when it could not be read; then nothing is known and nothing may pass
 */
export async function secretsIn(
  repository: RepoRef,
  sha: string,
  mayWait: boolean,
  context: Context,
): Promise<SecretsState> {
  const head = (await lookedAt(sha, repository, context)) ?? (await lookAt(repository, sha, context));
  if (head === null) return fromHistory(repository, sha, mayWait, context);
  return { kind: 'seen', findings: await secretsOn(repository, head, context), unseen: head.unseen };
}

/** Null for a commit of the default branch that goes on from none we judged. */
async function lookAt(repository: RepoRef, sha: string, context: Context): Promise<Head | null> {
  const row = await findRepository(context.db, repository.id);
  const branch = row?.default_branch ?? (await rememberRepository(repository, context)).defaultBranch;
  const follows = (await isOn(branch, repository, sha, context)) ? await judgedBefore(repository, sha, context) : null;
  if (follows === 'none') return null;
  const changes = context.changes.between(repository, follows ?? branch, sha);
  return scanChanges(repository, sha, changes, follows, context);
}

/**
 * The last judged commit before `sha`, by first parents: what was merged was judged against the default branch only, which says
 * nothing of that branch's own commits.
 */
async function judgedBefore(repository: RepoRef, sha: string, context: Context): Promise<string | 'none'> {
  const { db, github, engine } = context;
  const parents = new Map<string, string | undefined>();
  for await (const commit of github.commits.reachable(repository, sha)) {
    parents.set(commit.sha, commit.parents[0]);
    if (parents.size === FURTHEST) break;
  }
  const line: string[] = [];
  for (let at = parents.get(sha); at !== undefined; at = parents.get(at)) line.push(at);
  const judged = await judgedBy(db, repository.id, engine.version, line);
  return line.find((each) => judged.has(each)) ?? 'none';
}

/**
 * What was there before us is the business of the history scan, which has to have come to it: one that began after somebody asked
 * about this commit has. What it found is in the way of the launch, or is not, by the policy; that is told there.
 */
async function fromHistory(
  repository: RepoRef,
  sha: string,
  mayWait: boolean,
  context: Context,
): Promise<SecretsState> {
  const { db, clock, engine } = context;
  const since = (await firstAsked(db, repository.id, sha)) ?? clock.now();
  const unseen = await unseenInHistory(db, repository.id, engine.version, since);
  if (unseen !== null) return { kind: 'seen', findings: [], unseen };
  const because = 'this commit is from before Seaworthy came';
  if (!mayWait) return { kind: 'unable', because };
  // One under way may have begun before; its end brings us here again.
  const state = (await findHistoryScan(db, repository.id))?.state ?? 'done';
  if (state === 'done') await requestHistory(repository, null, context);
  return { kind: 'unable', because: `${because}; the whole history is being looked at, which may take a while` };
}
