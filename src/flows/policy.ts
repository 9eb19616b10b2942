/** The policy that holds for a repository: read from the database, refreshed from GitHub when its file may have changed. */
import type { RepoRef } from '../core/repo-ref.js';
import type { Problem } from '../core/yaml.js';
import { type Checklist, code } from '../domain/checklist/index.js';
import {
  isOrganisations,
  ORGANISATION_REPOSITORY,
  type ParsedPolicy,
  POLICY_FILE,
  readPolicy,
  type RepositoryFacts,
  type ResolvedPolicy,
  resolvePolicy,
  type Selection,
  selectionOf,
} from '../domain/policy/index.js';
import { inTransaction } from '../infra/db/database.js';
import { findRepository, type RepositoryRow } from '../infra/db/installations.js';
import { appendJournal } from '../infra/db/journal.js';
import { canonicalJson } from '../infra/db/json.js';
import { findPolicy, goodPolicies, type PolicyKey, savePolicy, type StoredPolicy } from '../infra/db/policies.js';
import { type Facts, findFacts } from '../infra/db/repository-facts.js';
import { NotFound, TooLarge } from '../infra/github/errors.js';
import type { RepoName, RepositoryFile } from '../infra/github/gateway.js';
import { enqueue } from '../infra/queue/queue.js';
import type { Context } from './context.js';
import { judgeHeadsJob } from './judge-heads.js';
import { writeJob } from './note-edit.js';
import { reportJobs } from './reports/jobs.js';

/** What holds for one repository, and what it was resolved from. */
export interface PolicyInForce extends ResolvedPolicy {
  readonly facts: RepositoryFacts;
  /** What is wrong with a file as last read, by whose it is: an earlier policy is in force in its place. */
  readonly broken: { readonly organisation: readonly Problem[]; readonly repository: readonly Problem[] };
}

/** From the database only, three or four small queries. What was never read counts as not there. */
export async function policyOf(repository: RepoRef, { db, job }: Pick<Context, 'db' | 'job'>): Promise<PolicyInForce> {
  const row = await findRepository(db, repository.id);
  const organisation = await findPolicy(db, {
    scope: 'organisation',
    id: row?.installation_id ?? job.installationId,
  });
  const own = isOrganisations(repository) ? null : await findPolicy(db, keyOf(repository, job.installationId));
  const known = await findFacts(db, [repository.id]);
  const facts = factsOf(repository.name, row?.private !== false, known.get(repository.id));
  return {
    ...resolvePolicy({ organisation: organisation?.good ?? null, repository: own?.good ?? null, facts }),
    facts,
    broken: { organisation: organisation?.problems ?? [], repository: own?.problems ?? [] },
  };
}

/** Reads what was never read: once, two requests at most, before a repository's issue is opened. */
export async function ensurePolicies(repository: RepoRef, context: Context): Promise<void> {
  await ensureOrganisationPolicy(repository.owner, context);
  await ensurePolicy(repository, context);
}

/** Of the organisation alone. */
export async function ensureOrganisationPolicy(owner: string, context: Context): Promise<void> {
  await ensurePolicy({ owner, name: ORGANISATION_REPOSITORY, id: 0 }, context);
}

async function ensurePolicy(repository: RepoRef, context: Context): Promise<void> {
  const key = keyOf(repository, context.job.installationId);
  if ((await findPolicy(context.db, key)) === null) await refresh(key, repository, context);
}

/**
 * Reads the file of `repository` on its default branch; `.github` speaks for the whole organisation. A file that is not good
 * leaves the last good policy in force. Where something else holds from now on, the issues it concerns are written.
 */
export async function refreshPolicy(repository: RepoRef, context: Context): Promise<StoredPolicy> {
  return refresh(keyOf(repository, context.job.installationId), repository, context);
}

/** The repository is deleted, and its policy with it. */
export async function withdrawPolicy(repository: RepoRef, context: Context): Promise<void> {
  const key = keyOf(repository, context.job.installationId);
  const known = await findPolicy(context.db, key);
  const none = { fileSha: null, good: null, problems: [], readAt: context.clock.now() };
  if (known !== null) await keep(key, known, none, context);
}

/** Whose policy the file of this repository is. */
export function keyOf(repository: RepoRef, installationId: number): PolicyKey {
  return isOrganisations(repository)
    ? { scope: 'organisation', id: installationId }
    : { scope: 'repository', id: repository.id };
}

/** Which repositories of the organisation get an issue, as last read. */
export async function selectionIn({ db, job }: Pick<Context, 'db' | 'job'>): Promise<Selection> {
  const organisation = await findPolicy(db, { scope: 'organisation', id: job.installationId });
  return selectionOf(organisation?.good ?? null);
}

/** The catalogue by name, as the policy's domain takes it. */
export function catalogueOf({ checklists }: Pick<Context, 'checklists'>): ReadonlyMap<string, Checklist> {
  return new Map(checklists.map((checklist) => [checklist.name, checklist]));
}

/** What a policy is resolved from, of many repositories at once. */
export async function inputsOf(
  rows: readonly RepositoryRow[],
  { db }: Pick<Context, 'db'>,
): Promise<
  readonly { readonly row: RepositoryRow; readonly facts: RepositoryFacts; readonly own: ParsedPolicy | null }[]
> {
  const ids = rows.map(({ id }) => id);
  const [facts, own] = [await findFacts(db, ids), await goodPolicies(db, ids)];
  return rows.map((row) => ({
    row,
    facts: factsOf(row.name, row.private, facts.get(row.id)),
    own: isOrganisations(row) ? null : (own.get(row.id) ?? null),
  }));
}

/** What was never fetched counts as private, without topics. */
function factsOf(name: string, isPrivate: boolean, known: Facts | undefined): RepositoryFacts {
  const visibility = isPrivate ? 'private' : 'public';
  return { visibility, topics: [], language: null, properties: {}, ...known, name };
}

async function refresh(key: PolicyKey, repository: RepoName, context: Context): Promise<StoredPolicy> {
  const known = await findPolicy(context.db, key);
  // The time before the request: of two readings at once the one that began later counts.
  const readAt = context.clock.now();
  const next = { ...(await look(key, repository, known, context)), readAt };
  await keep(key, known, next, context);
  return next;
}

type Look = Omit<StoredPolicy, 'readAt'>;

async function look(
  { scope }: PolicyKey,
  repository: RepoName,
  known: StoredPolicy | null,
  context: Context,
): Promise<Look> {
  const good = known?.good ?? null;
  let file: RepositoryFile | null;
  try {
    file = await context.github.repositories.file(repository, POLICY_FILE);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return { fileSha: null, good, problems: [{ path: '', message: 'The file is larger than 1 MB' }] };
  }
  if (file !== null) {
    const read = readPolicy(file.text, scope, catalogueOf(context));
    return read.ok
      ? { fileSha: file.sha, good: read.value, problems: [] }
      : { fileSha: file.sha, good, problems: read.problems };
  }
  // "Not found" is also what a repository answers that we are no longer shown; that must not lift a policy.
  if (good !== null && !(await isShown(repository, context))) {
    const message = `We are not shown ${code(`${repository.owner}/${repository.name}`)} any more: its last good policy holds`;
    return { fileSha: known?.fileSha ?? null, good, problems: [{ path: '', message }] };
  }
  return { fileSha: null, good: null, problems: [] };
}

async function isShown(repository: RepoName, { github }: Context): Promise<boolean> {
  try {
    await github.repositories.get(repository);
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

/** What the organisation dismisses from now on, where that changed: who said so and why belongs on record. */
function dismissalsIn(before: ParsedPolicy | null, now: ParsedPolicy | null) {
  const dismissed = now?.scan?.dismissed ?? [];
  return isSame(before?.scan?.dismissed ?? [], dismissed) ? {} : { dismissed };
}

function isSame(before: unknown, now: unknown): boolean {
  return canonicalJson(before) === canonicalJson(now);
}

/** The reading, the journal and the jobs that follow in one transaction: a crash repeats all of it or nothing. */
async function keep(key: PolicyKey, known: StoredPolicy | null, next: StoredPolicy, context: Context): Promise<void> {
  const { db, clock, app, job, log } = context;
  const before = known?.good ?? null;
  const hasChanged = !isSame(before, next.good);
  await inTransaction(db, async (trx) => {
    if (!(await savePolicy(trx, key, next)) || !hasChanged) return;
    await appendJournal(trx, [
      {
        at: clock.now(),
        actor: app.login,
        repositoryId: key.scope === 'repository' ? key.id : null,
        subject: `policy:${key.scope}:${key.id}`,
        kind: 'policy.changed',
        data: { fileSha: next.fileSha, ...dismissalsIn(before, next.good) },
      },
    ]);
    const follow =
      key.scope === 'repository'
        ? [writeJob(key.id, job.installationId), judgeHeadsJob(key.id, job.installationId)]
        : [
            {
              handler: 'apply-policy',
              subject: `apply-policy:${key.id}`,
              installationId: job.installationId,
              data: { before, after: 0 },
            },
            // Whoever switches a report on wants to see it, and not an hour later.
            ...(isSame(before?.reports, next.good?.reports) ? [] : reportJobs(job.installationId)),
          ];
    await enqueue(trx, clock, follow);
  });
  if (hasChanged) log.info({ scope: key.scope, id: key.id, fileSha: next.fileSha }, 'another policy is in force');
}
