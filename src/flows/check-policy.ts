/** A pull request that changes the policy file gets told what is wrong with it, or what it would change. Nothing of it is in force. */
import { fullName, type RepoRef } from '../core/repo-ref.js';
import type { Problem, Read } from '../core/yaml.js';
import {
  compare,
  type EffectivePolicy,
  type ParsedPolicy,
  POLICY_FILE,
  readPolicy,
  type RepositoryFacts,
  resolvePolicy,
} from '../domain/policy/index.js';
import { POLICY_CHECK } from '../domain/readiness/check-content.js';
import { type Change, LISTED, policyCheck } from '../domain/readiness/policy-check.js';
import { activeRepositories, findRepository, type RepositoryRow } from '../infra/db/installations.js';
import { findPolicy, type PolicyKey } from '../infra/db/policies.js';
import { NotFound, TooLarge } from '../infra/github/errors.js';
import type { RepositoryFile } from '../infra/github/gateway.js';
import type { Context } from './context.js';
import { catalogueOf, inputsOf, keyOf, refreshPolicy } from './policy.js';
import { postCheck } from './post-check.js';

export interface PolicyPullRequest {
  readonly repository: RepoRef;
  /** Sha; the head of a fork is in our repository too. */
  readonly head: string;
  /** Sha. */
  readonly base: string;
}

/** In a few words what another policy would make of a repository's grade; null when nothing. */
export type GradeChange = (
  repositoryId: number,
  before: EffectivePolicy,
  after: EffectivePolicy,
) => Promise<string | null>;

/** One request for a pull request that does not touch the file. */
export async function checkPolicy(
  event: PolicyPullRequest,
  context: Context,
  gradeChange: GradeChange = async () => null,
): Promise<void> {
  const { repository, head } = event;
  const key = keyOf(repository, context.job.installationId);
  const known = (await findPolicy(context.db, key)) ?? (await refreshPolicy(repository, context));
  const file = await fileAt(repository, head, context);
  if (shaOf(file) === known.fileSha || shaOf(file) === (await shaAtFork(event, context))) return;
  const read = readFile(file, key, context);
  const after = read.ok ? read.value : null;
  const run = read.ok ? await dryRun(key, repository, { before: known.good, after }, context, gradeChange) : NOTHING;
  const content = policyCheck({
    ...run,
    file: POLICY_FILE,
    scope: key.scope,
    isRemoved: file === null,
    problems: read.ok ? [] : read.problems,
    ignored: read.ok ? await ignoredOf(key, repository, read, context) : [],
  });
  await postCheck(repository, head, POLICY_CHECK, content, context);
}

const NOTHING: DryRun = { repositories: 0, changes: [], hidden: 0 };
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

interface DryRun {
  readonly repositories: number;
  readonly changes: readonly Change[];
  readonly hidden: number;
}

const PAGE = 500;

/** Every repository that the policy speaks for, from the database alone. */
async function dryRun(
  key: PolicyKey,
  host: RepoRef,
  { before, after }: { readonly before: ParsedPolicy | null; readonly after: ParsedPolicy | null },
  context: Context,
  gradeChange: GradeChange,
): Promise<DryRun> {
  const held = await organisationOf(key, context);
  const changes: Change[] = [];
  let repositories = 0;
  let hidden = 0;
  let openness: number | null = null;
  for await (const rows of pagesOf(key, host, context)) {
    for (const { row, facts, own } of await inputsOf(rows, context)) {
      repositories += 1;
      const resolve = (policy: ParsedPolicy | null) =>
        key.scope === 'organisation'
          ? resolvePolicy({ organisation: policy, repository: own, facts })
          : resolvePolicy({ organisation: held, repository: policy, facts });
      const [was, is] = [resolve(before), resolve(after)];
      const difference = compare(was, is);
      if (difference === null) continue;
      openness ??= await opennessOf(host, context);
      // Everybody who sees this repository reads the check: it must not name what they may not see.
      if (row.id !== host.id && OPENNESS[facts.visibility] < openness) hidden += 1;
      else {
        const isListed = changes.length < LISTED;
        const grade = isListed ? await gradeChange(row.id, was.policy, is.policy) : null;
        changes.push({ repository: fullName(row), difference, grade });
      }
    }
  }
  return { repositories, changes, hidden };
}

const OPENNESS: Readonly<Record<RepositoryFacts['visibility'], number>> = { private: 0, internal: 1, public: 2 };

async function opennessOf(host: RepoRef, context: Context): Promise<number> {
  const row = await findRepository(context.db, host.id);
  const [known] = row === undefined ? [] : await inputsOf([row], context);
  return OPENNESS[known?.facts.visibility ?? 'public'];
}

async function* pagesOf(key: PolicyKey, host: RepoRef, { db }: Context): AsyncIterable<readonly RepositoryRow[]> {
  if (key.scope === 'repository') {
    const row = await findRepository(db, host.id);
    if (row !== undefined) yield [row];
    return;
  }
  for (let after = 0; ; ) {
    const rows = await activeRepositories(db, { installationId: key.id, after, limit: PAGE });
    yield rows;
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    after = last.id;
  }
}

async function organisationOf(key: PolicyKey, { db, job }: Context): Promise<ParsedPolicy | null> {
  if (key.scope === 'organisation') return null;
  return (await findPolicy(db, { scope: 'organisation', id: job.installationId }))?.good ?? null;
}

/** What of a repository's file the organisation's policy does not allow, with lines. */
async function ignoredOf(
  key: PolicyKey,
  repository: RepoRef,
  read: Extract<Read<ParsedPolicy | null>, { ok: true }>,
  context: Context,
): Promise<readonly Problem[]> {
  const row = await findRepository(context.db, repository.id);
  if (key.scope === 'organisation' || row === undefined) return [];
  const [input] = await inputsOf([row], context);
  if (input === undefined) return [];
  const organisation = await organisationOf(key, context);
  const { problems } = resolvePolicy({ organisation, repository: read.value, facts: input.facts });
  return problems.map(({ path, message }) => read.problemAt(path, message));
}
