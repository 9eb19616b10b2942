/** An organisation is onboarded in virtual time: everybody gets one issue, whatever happens on the way. */
import { Simulation } from '../../bench/onboarding/simulation.js';
import { onboardOrganisation } from '../../bench/onboarding/onboard-organisation.js';
import type { MemoryRepository, Mishap } from '../../bench/onboarding/memory-github.js';
import type { Database } from '../../src/infra/db/database.js';
import { onboard } from '../../src/flows/onboard.js';
import { type OnboardingProgress, progressText } from '../../src/flows/onboarding-progress.js';
import { startOnboarding } from '../../src/infra/db/onboarding.js';
import type { GitHub, Repository } from '../../src/infra/github/gateway.js';
import { seededRandom } from '../../src/sandbox/world.js';
import { onPglite } from '../support/databases.js';
import { flowContext, NOW } from '../support/flow-context.js';

const databases = onPglite();
const ORG = 1;
const MINUTE = 60_000;
const DAY = 86_400_000;
let db: Database;
beforeEach(async () => {
  db = await databases.fresh();
});

const simulate = (mishap?: (method: string, route: string, installationId: number) => Mishap) =>
  Simulation.create({ db, random: seededRandom(7), ...(mishap === undefined ? {} : { mishap }) });

const install = (simulation: Simulation, id = ORG) => simulation.webhook(id, 'installation.created', {});

const payloadOf = ({ id, owner, name }: MemoryRepository) => ({
  repository: { id, name, owner: { login: owner }, private: true, default_branch: 'main' },
});

const repositoryOf = (id: number, name: string): Repository => ({
  ...{ id, owner: 'harbour', name, defaultBranch: 'main', isPrivate: true, visibility: 'private' },
  ...{ isFork: false, isArchived: false, hasIssues: true, topics: [], language: null, properties: {} },
  ...{ pushedAt: NOW, createdAt: NOW, url: 'https://example.com' },
});

/** Plain repositories, pushed to one day after the other: the last one most lately. */
function plain(simulation: Simulation, count: number, id = ORG): MemoryRepository[] {
  return Array.from({ length: count }, (_, day) => {
    const repository = simulation.repository(id);
    repository.pushedAt = new Date(simulation.time.now().getTime() - (count - day) * DAY);
    return repository;
  });
}

const counts = (repositories: readonly MemoryRepository[]) => repositories.map(({ issues }) => issues.length);
const once = (count: number) => Array(count).fill(1);

test('with mishaps, people at work and a kill half-way: one issue each, within every limit, and nobody waits long', async () => {
  const { progress, duplicates, missing, watched, unknown, waits } = await onboardOrganisation(db, 20, MINUTE / 2);
  expect({ duplicates, missing, unknown, violations: watched.violations }).toEqual({
    duplicates: 0,
    missing: 0,
    unknown: 0,
    violations: [],
  });
  expect(progress?.finishedAt).not.toBeNull();
  expect(progress?.opened).toBe(progress?.total);
  expect(watched.byRoute.get('POST /repos/:/issues')).toBeGreaterThanOrEqual(progress?.opened ?? 60);
  expect(waits.length).toBeGreaterThan(0);
  expect(Math.max(...waits)).toBeLessThan(MINUTE);
});

test('newest activity goes first, at the pace that leaves people theirs', async () => {
  const simulation = await simulate();
  const repositories = plain(simulation, 24);
  await install(simulation);
  simulation.plan(MINUTE, async () => {
    const progress = await simulation.progress(ORG);
    const opened = counts(repositories).lastIndexOf(0);
    // 20 beyond people's share at once, then one in 8.6 seconds, asked for ten at a time.
    expect(progress).toMatchObject({ total: 24, opened: 24 - opened - 1, isListed: true });
    expect(counts(repositories)).toEqual(repositories.map((_, at) => (at > opened ? 1 : 0)));
    expect(opened).toBeGreaterThan(-1);
  });
  await simulation.run();
  expect(counts(repositories)).toEqual(once(24));
});

test('the clock goes on between two looks: what has room is asked for at once', async () => {
  let time = NOW.getTime();
  const clock = {
    now() {
      time += 1;
      return new Date(time);
    },
  };
  const listed = [1, 2, 3].map((id) => repositoryOf(id, `repo-${id}`));
  const github = {
    pace: { roomForContent: () => clock.now() },
    repositories: {
      list: async function* () {
        yield* listed;
      },
    } as unknown as GitHub['repositories'],
  };
  const { context, jobs } = flowContext(db, { clock, github, job: { delivery: 'guid', installationId: ORG } });
  await startOnboarding(db.kysely, ORG, NOW, NOW);
  await onboard(context);
  const asked = await db.kysely.selectFrom('job').select('handler').execute();
  expect([...jobs, ...asked].map(({ handler }) => handler)).toEqual(Array(3).fill('open-baseline'));
});

test('what cannot have an issue is skipped with its reason', async () => {
  const simulation = await simulate();
  const [archived, closed, open] = plain(simulation, 3);
  if (archived) archived.archived = true;
  if (closed) closed.hasIssues = false;
  await install(simulation);
  await simulation.run();
  expect(await simulation.progress(ORG)).toMatchObject({ total: 1, skipped: { archived: 1, 'no-issues': 1 } });
  expect(open?.issues).toHaveLength(1);
});

test('a secondary limit is obeyed to the second, and another installation does not notice', async () => {
  let refusals = 1;
  const simulation = await simulate((method, _, id) => {
    if (id !== ORG || method !== 'POST' || refusals-- <= 0) return 'none';
    return { retryAfter: 1234 };
  });
  const [ours, others] = [plain(simulation, 6), plain(simulation, 6, 2)];
  await install(simulation);
  await install(simulation, 2);
  simulation.plan(2 * MINUTE, async () => {
    expect(counts(others)).toEqual(once(6));
    expect(counts(ours)).not.toEqual(once(6));
  });
  await simulation.run();
  expect(counts(ours)).toEqual(once(6));
  expect(simulation.github.watch(ORG).violations).toEqual([]);
  const { startedAt, finishedAt } = (await simulation.progress(ORG)) ?? {};
  const took = (finishedAt?.getTime() ?? 0) - (startedAt?.getTime() ?? 0);
  expect(took).toBeGreaterThan(1_234_000);
  expect(took).toBeLessThan(1_234_000 + 2 * MINUTE);
});

describe('in the middle', () => {
  /** Of these repositories 10 have their issue, or nearly, when `act` happens. */
  const ALL = 12;

  async function midway(act: (simulation: Simulation, repositories: MemoryRepository[]) => Promise<void>) {
    const simulation = await simulate();
    const repositories = plain(simulation, ALL);
    await install(simulation);
    simulation.plan(8_000, () => act(simulation, repositories));
    await simulation.run();
    return { simulation, repositories };
  }

  test('suspended and back: it goes on where it was', async () => {
    const { repositories } = await midway(async (simulation) => {
      await simulation.webhook(ORG, 'installation.suspend', {});
      simulation.plan(DAY, async () => {
        expect(counts(simulation.github.repositories)).toContain(0);
        await simulation.webhook(ORG, 'installation.unsuspend', {});
      });
    });
    expect(counts(repositories)).toEqual(once(ALL));
  });

  test('taken out: nothing more is opened; installed again, the rest follows', async () => {
    const { simulation, repositories } = await midway((s) => s.webhook(ORG, 'installation.deleted', {}));
    expect(counts(repositories)).toContain(0);
    expect(await simulation.progress(ORG)).toBeNull();
    await install(simulation);
    await simulation.run();
    expect(counts(repositories)).toEqual(once(ALL));
  });

  test.each([
    ['and we are told', true],
    ['and we are not told', false],
  ])('a repository deleted, %s: it is gone, the others go on', async (_, isTold) => {
    const { simulation, repositories } = await midway(async (s, [oldest]) => {
      if (oldest === undefined) throw new Error('There are repositories');
      s.github.delete(oldest);
      if (isTold) await s.webhook(ORG, 'repository.deleted', payloadOf(oldest));
    });
    expect(counts(repositories)).toEqual([0, ...once(ALL - 1)]);
    expect(await simulation.progress(ORG)).toMatchObject({ opened: ALL - 1, skipped: { gone: 1 } });
    expect((await simulation.progress(ORG))?.finishedAt).not.toBeNull();
  });

  test('a repository renamed, and another one under its old name: one issue each', async () => {
    const { simulation, repositories } = await midway(async (s, [oldest]) => {
      if (oldest === undefined) throw new Error('There are repositories');
      const { name } = oldest;
      s.github.rename(oldest, 'renamed');
      await s.webhook(ORG, 'repository.renamed', payloadOf(oldest));
      const heir = s.repository(ORG, 1, s.time.now());
      s.github.rename(heir, name);
      await s.webhook(ORG, 'repository.created', payloadOf(heir));
    });
    expect(counts(repositories)).toEqual(once(ALL));
    expect(counts(simulation.github.repositories)).toEqual(once(ALL + 1));
  });

  test('a repository created, told of by its webhook and by a list that is read again: one issue', async () => {
    const { simulation } = await midway(async (s) => {
      const more = plain(s, 11);
      const names = more.map(({ id, owner, name }) => ({ id, full_name: `${owner}/${name}`, private: true }));
      for (const repository of more) await s.webhook(ORG, 'repository.created', payloadOf(repository));
      await s.webhook(ORG, 'installation_repositories.added', { repositories_added: names });
    });
    expect(counts(simulation.github.repositories)).toEqual(once(ALL + 11));
  });
});

test.each<[string, string, number[]]>([
  ['new ones only', 'new-only', [0, 0, 1, 1]],
  ['those of these names', '["*-pilot"]', [0, 1, 0, 1]],
  ['all', 'all', [1, 1, 1, 1]],
])('the policy selects %s', async (_, repositories, wanted) => {
  const simulation = await simulate();
  const policy = simulation.repository(ORG);
  simulation.github.rename(policy, '.github');
  policy.files.set('.github/seaworthy.yml', `onboarding: { repositories: ${repositories} }\n`);
  const existing = plain(simulation, 2);
  if (existing[1]) simulation.github.rename(existing[1], 'old-pilot');
  await install(simulation);
  await simulation.run();
  const since = new Date(simulation.time.now().getTime() + MINUTE);
  const later = [simulation.repository(ORG, 1, since), simulation.repository(ORG, 1, since)];
  if (later[1]) simulation.github.rename(later[1], 'New-Pilot');
  for (const repository of later) await simulation.webhook(ORG, 'repository.created', payloadOf(repository));
  // Something else happens to an existing one: that makes it no newer.
  if (existing[0]) await simulation.webhook(ORG, 'repository.edited', payloadOf(existing[0]));
  await simulation.run();
  expect(counts([...existing, ...later])).toEqual(wanted);
  expect((await simulation.progress(ORG))?.finishedAt).not.toBeNull();
});

test('a policy that selects more from now on brings the rest', async () => {
  const simulation = await simulate();
  const policy = simulation.repository(ORG);
  simulation.github.rename(policy, '.github');
  policy.files.set('.github/seaworthy.yml', 'onboarding: { repositories: [nothing] }\n');
  const existing = plain(simulation, 3);
  await install(simulation);
  await simulation.run();
  expect(counts(existing)).toEqual([0, 0, 0]);
  policy.files.set('.github/seaworthy.yml', 'onboarding: { repositories: all }\n');
  const changes = { default_branch: { from: 'main' } };
  await simulation.webhook(ORG, 'repository.edited', { ...payloadOf(policy), changes });
  await simulation.run();
  expect(counts(existing)).toEqual(once(3));
});

const PROGRESS: OnboardingProgress = {
  installationId: ORG,
  startedAt: new Date(0),
  finishedAt: null,
  isListed: true,
  total: 10_000,
  opened: 312,
  skipped: {},
  hoursLeft: 23.07,
};

test.each<[string, Partial<OnboardingProgress>]>([
  ['312 of 10,000 opened, about 23 hours left', {}],
  ['312 of 10,000 opened, 1,412 skipped, about 1 hour left', { skipped: { archived: 1_412 }, hoursLeft: 1.2 }],
  ['312 of 10,000 opened, about 12 minutes left', { hoursLeft: 0.19 }],
  ['10,000 of 10,000 opened', { opened: 10_000, hoursLeft: null }],
  ['reading the list of repositories', { isListed: false }],
])('%s', (text, change) => {
  expect(progressText({ ...PROGRESS, ...change })).toBe(text);
});
