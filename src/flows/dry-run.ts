/** The dry run of a policy: which repositories and grades would change under it, from the database alone. */
import { fullName, type RepoRef } from '../core/repo-ref.js';
import { gradeIfAny, type ItemStates, itemsOf } from '../domain/checklist/index.js';
import {
  compare,
  type Difference,
  type EffectivePolicy,
  type ParsedPolicy,
  type RepositoryFacts,
  resolvePolicy,
} from '../domain/policy/index.js';
import type { Change, GradeChange } from '../domain/readiness/policy-check.js';
import { itemStatesOf } from '../infra/db/baselines.js';
import { activeRepositories, findRepository, type RepositoryRow } from '../infra/db/installations.js';
import type { PolicyKey } from '../infra/db/policies.js';
import { NOTHING_SAID, serviceSettings } from '../infra/db/services.js';
import type { Context } from './context.js';
import { inputsOf } from './policy.js';
import { itemsUnder, withSettings } from './service.js';

type Reader = Pick<Context, 'db' | 'checklists' | 'clock'>;

export interface DryRun {
  /** How many repositories the policy speaks for, of those that may be spoken of. */
  readonly repositories: number;
  readonly changes: readonly Change[];
  /** True where some may not be spoken of: those less visible than the repository of the pull request. */
  readonly isPartial: boolean;
}

/** The organisation's policy, for one of a repository; what was in force; what would be. */
export interface Proposal {
  readonly held: ParsedPolicy | null;
  readonly before: ParsedPolicy | null;
  readonly after: ParsedPolicy | null;
}

/**
 * As many repositories as are read at once, so that others have their turn in between: 5,000 whose grades all change take some
 * three seconds (`npm run bench -- policies`).
 */
const PAGE = 200;

/**
 * Every repository that the policy speaks for and that is no less visible than `host`. The others are left out, not even counted: anybody
 * may propose a policy to a public repository, and a count would tell them whether a profile of theirs fits a private one by its name or
 * its properties. What people chose with `/baseline use` and `/baseline risk` counts as it is.
 */
export async function dryRun(key: PolicyKey, host: RepoRef, proposal: Proposal, context: Reader): Promise<DryRun> {
  const openness = await opennessOf(host, context);
  const changes: Change[] = [];
  let repositories = 0;
  for await (const rows of pagesOf(key, host, context)) {
    const shown = (await inputsOf(rows, context)).filter(
      ({ row, facts }) => row.id === host.id || OPENNESS[facts.visibility] >= openness,
    );
    const affected = await affectedOf(shown, (known) => resolveBoth(key, known, proposal), context);
    changes.push(...(await withGrades(affected, context)));
    repositories += shown.length;
  }
  return { repositories, changes, isPartial: key.scope === 'organisation' && openness > OPENNESS.private };
}

interface Known {
  readonly row: RepositoryRow;
  readonly facts: RepositoryFacts;
  readonly own: ParsedPolicy | null;
}

type BeforeAndAfter = readonly [before: EffectivePolicy, after: EffectivePolicy];

interface Affected {
  readonly row: RepositoryRow;
  readonly facts: RepositoryFacts;
  readonly policies: BeforeAndAfter;
  readonly difference: Difference;
}

function resolveBoth({ scope }: PolicyKey, { facts, own }: Known, { held, before, after }: Proposal): BeforeAndAfter {
  const resolve = (policy: ParsedPolicy | null) =>
    scope === 'organisation'
      ? resolvePolicy({ organisation: policy, repository: own, facts }).policy
      : resolvePolicy({ organisation: held, repository: policy, facts }).policy;
  return [resolve(before), resolve(after)];
}

async function affectedOf(
  repositories: readonly Known[],
  resolve: (known: Known) => BeforeAndAfter,
  context: Reader,
): Promise<readonly Affected[]> {
  const settings = await serviceSettings(
    context.db,
    repositories.map(({ row }) => row.id),
  );
  return repositories.flatMap((known) => {
    const { row, facts } = known;
    const said = settings.get(row.id) ?? NOTHING_SAID;
    const [was, is] = resolve(known);
    const [before, after] = [withSettings(was, said), withSettings(is, said)];
    const difference = compare(before, after);
    return difference === null ? [] : [{ row, facts, policies: [before, after], difference }];
  });
}

async function withGrades(affected: readonly Affected[], context: Reader): Promise<readonly Change[]> {
  const regraded = affected.filter(({ difference }) => touchesItems(difference));
  const stored = await itemStatesOf(
    context.db,
    regraded.map(({ row }) => row.id),
  );
  return affected.map((each) => {
    const states = (stored.get(each.row.id) ?? new Map()) as ItemStates;
    const grades = touchesItems(each.difference) ? gradesOf(each, states, context) : null;
    return { repository: fullName(each.row), difference: each.difference, grades };
  });
}

function gradesOf({ facts, policies: [before, after] }: Affected, stored: ItemStates, context: Reader): GradeChange {
  const under = (policy: EffectivePolicy) => {
    const { checklists, states } = itemsUnder(policy, { facts, stored }, context);
    return gradeIfAny(itemsOf(checklists), states);
  };
  return { before: under(before), after: under(after) };
}

/** Nothing else that a policy says has a part in the grade. */
function touchesItems({ added, removed, keys }: Difference): boolean {
  return added.length + removed.length > 0 || keys.includes('not_applicable');
}

const OPENNESS: Readonly<Record<RepositoryFacts['visibility'], number>> = { private: 0, internal: 1, public: 2 };

async function opennessOf(host: RepoRef, context: Reader): Promise<number> {
  const row = await findRepository(context.db, host.id);
  const [known] = row === undefined ? [] : await inputsOf([row], context);
  return OPENNESS[known?.facts.visibility ?? 'public'];
}

async function* pagesOf(key: PolicyKey, host: RepoRef, { db }: Reader): AsyncIterable<readonly RepositoryRow[]> {
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
