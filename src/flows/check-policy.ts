/** A pull request that changes the policy file gets told what is wrong with it, or what it would change. Nothing of it is in force. */
import type { RepoRef } from '../core/repo-ref.js';
import type { Problem, Read } from '../core/yaml.js';
import { type ParsedPolicy, POLICY_FILE, readPolicy, resolvePolicy } from '../domain/policy/index.js';
import { POLICY_CHECK } from '../domain/readiness/check-content.js';
import { policyCheck } from '../domain/readiness/policy-check.js';
import { findRepository } from '../infra/db/installations.js';
import { findPolicy, type PolicyKey } from '../infra/db/policies.js';
import { NotFound, TooLarge } from '../infra/github/errors.js';
import type { RepositoryFile } from '../infra/github/gateway.js';
import type { Context } from './context.js';
import { type DryRun, dryRun } from './dry-run.js';
import { catalogueOf, inputsOf, keyOf, refreshPolicy } from './policy.js';
import { postCheck } from './post-check.js';

export interface PolicyPullRequest {
  readonly repository: RepoRef;
  /** Sha; the head of a fork is in our repository too. */
  readonly head: string;
  /** Sha. */
  readonly base: string;
}

/** One request for a pull request that does not touch the file. */
export async function checkPolicy(event: PolicyPullRequest, context: Context): Promise<void> {
  const { repository, head } = event;
  const key = keyOf(repository, context.job.installationId);
  const known = (await findPolicy(context.db, key)) ?? (await refreshPolicy(repository, context));
  const file = await fileAt(repository, head, context);
  if (shaOf(file) === known.fileSha || shaOf(file) === (await shaAtFork(event, context))) return;
  const read = readFile(file, key, context);
  const held = await organisationOf(key, context);
  const run = read.ok
    ? await dryRun(key, repository, { held, before: known.good, after: read.value }, context)
    : NOTHING;
  const content = policyCheck({
    ...run,
    file: POLICY_FILE,
    scope: key.scope,
    isRemoved: file === null,
    problems: read.ok ? [] : read.problems,
    ignored: read.ok ? await ignoredOf(key, repository, read, held, context) : [],
  });
  await postCheck(repository, head, POLICY_CHECK, content, context);
}

const NOTHING: DryRun = { repositories: 0, changes: [], isPartial: false };
const TOO_LARGE = 'too large';

type FileAt = RepositoryFile | null | typeof TOO_LARGE;

async function fileAt(repository: RepoRef, ref: string, { github }: Context): Promise<FileAt> {
  try {
    return await github.repositories.file(repository, POLICY_FILE, ref);
  } catch (error) {
    if (error instanceof TooLarge) return TOO_LARGE;
    throw error;
  }
}

/** What the file was where the branch began: the default branch may have moved on since. Undefined where they share nothing. */
async function shaAtFork({ repository, base, head }: PolicyPullRequest, context: Context) {
  try {
    const { mergeBase } = await context.github.commits.compare(repository, base, head);
    return shaOf(await fileAt(repository, mergeBase, context));
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

const shaOf = (file: FileAt): string | null => (file === null ? null : file === TOO_LARGE ? TOO_LARGE : file.sha);

function readFile(file: FileAt, { scope }: PolicyKey, context: Context): Read<ParsedPolicy | null> {
  if (file === TOO_LARGE) return { ok: false, problems: [{ path: '', message: 'The file is larger than 1 MB' }] };
  if (file !== null) return readPolicy(file.text, scope, catalogueOf(context));
  return { ok: true, value: null, problemAt: (_, message) => ({ path: '', message }) };
}

/** What a repository's own file has to keep to; null for the organisation's, which answers to nobody. */
async function organisationOf(key: PolicyKey, { db, job }: Context): Promise<ParsedPolicy | null> {
  if (key.scope === 'organisation') return null;
  return (await findPolicy(db, { scope: 'organisation', id: job.installationId }))?.good ?? null;
}

/** What of a repository's file the organisation's policy does not allow, with lines. */
async function ignoredOf(
  key: PolicyKey,
  repository: RepoRef,
  read: Extract<Read<ParsedPolicy | null>, { ok: true }>,
  organisation: ParsedPolicy | null,
  context: Context,
): Promise<readonly Problem[]> {
  const row = await findRepository(context.db, repository.id);
  if (key.scope === 'organisation' || row === undefined) return [];
  const [input] = await inputsOf([row], context);
  if (input === undefined) return [];
  const { problems } = resolvePolicy({ organisation, repository: read.value, facts: input.facts });
  return problems.map(({ path, message }) => read.problemAt(path, message));
}
