/** Policies in the database: the last good one stays, an older reading does not win, and only what changes is written anew. */
import { applyPolicy } from '../../src/flows/apply-policy.js';
import { ensurePolicies, policyOf, refreshPolicy, withdrawPolicy } from '../../src/flows/policy.js';
import { refreshPolicies } from '../../src/flows/refresh-policies.js';
import { rememberRepository } from '../../src/flows/remember-repository.js';
import { NotFound, TooLarge } from '../../src/infra/github/errors.js';
import type { GitHub, Repository } from '../../src/infra/github/gateway.js';
import type { Database } from '../../src/infra/db/database.js';
import { saveInstallation, saveRepositories } from '../../src/infra/db/installations.js';
import { findPolicy, savePolicy } from '../../src/infra/db/policies.js';
import { onBothEngines } from '../support/databases.js';
import { flowContext, NOW, REPOSITORY } from '../support/flow-context.js';
import { CATALOGUE } from '../domain/policy/support.js';

const ORGANISATION = { id: 1, owner: 'harbour', name: '.github' };

/** GitHub with one file per repository, which the test changes as it goes. */
function github(files: Record<string, string | null | Error>) {
  const asked: string[] = [];
  const repository = (name: string): Repository => ({
    ...REPOSITORY,
    name,
    defaultBranch: 'main',
    isPrivate: false,
    visibility: 'public',
    isFork: false,
    isArchived: false,
    hasIssues: true,
    topics: [],
    language: null,
    properties: {},
    pushedAt: null,
    createdAt: null,
    url: 'https://example.com',
  });
  const listed: Repository[] = [];
  const gone = new Set<string>();
  const call = { method: 'GET', route: '/' };
  const repositories: GitHub['repositories'] = {
    get: async ({ name }) => {
      if (gone.has(name)) throw new NotFound('gone', call);
      return listed.find((each) => each.name === name) ?? repository(name);
    },
    permission: async () => ({ level: 'none', role: 'none' }),
    list: async function* () {
      yield* listed;
    },
    page: notAsked,
    activity: notAsked,
    headOf: notAsked,
    file: async ({ name }) => {
      asked.push(name);
      const text = gone.has(name) ? null : (files[name] ?? null);
      if (text instanceof Error) throw text;
      return text === null ? null : { path: '.github/seaworthy.yml', sha: `sha of ${text}`, text };
    },
  };
  return { repositories, asked, listed, gone, repository };
}

const notAsked = (): never => {
  throw new Error('Policies do not ask for this');
};

const jobsOf = async (db: Database, handler: string) =>
  db.kysely.selectFrom('job').select(['subject', 'data']).where('handler', '=', handler).orderBy('id').execute();

const contextOf = (db: Database, repositories: GitHub['repositories'], at = NOW) =>
  flowContext(db, { github: { repositories }, checklists: [...CATALOGUE.values()], clock: { now: () => at } });

onBothEngines((databases) => {
  test('both files are read once, and what holds comes from the database', async () => {
    const db = await databases.fresh();
    const { repositories, asked } = github({ '.github': 'default: [web-service]', quay: 'risk: HIGH' });
    const { context } = contextOf(db, repositories);
    await ensurePolicies(REPOSITORY, context);
    await ensurePolicies(REPOSITORY, context);
    expect(asked).toEqual(['.github', 'quay']);
    expect(await policyOf(REPOSITORY, context)).toMatchObject({
      policy: { checklists: ['web-service'], risk: 'HIGH' },
      facts: { name: 'quay', visibility: 'private' },
      broken: { organisation: [], repository: [] },
    });
  });

  test('a file that went bad leaves the last good policy, with what is wrong; taken away, the defaults hold', async () => {
    const db = await databases.fresh();
    const files: Record<string, string | null | Error> = { '.github': 'default: [web-service]' };
    const { repositories } = github(files);
    const { context } = contextOf(db, repositories);
    await refreshPolicy(ORGANISATION, context);
    files['.github'] = 'defualt: []';
    await refreshPolicy(ORGANISATION, context);
    expect(await policyOf(REPOSITORY, context)).toMatchObject({
      policy: { checklists: ['web-service'] },
      broken: { organisation: [{ line: 1, path: 'defualt' }] },
    });
    files['.github'] = new TooLarge('over 1 MB', { method: 'GET', route: '/' });
    await refreshPolicy(ORGANISATION, context);
    expect((await policyOf(REPOSITORY, context)).policy.checklists).toEqual(['web-service']);
    files['.github'] = null;
    await refreshPolicy(ORGANISATION, context);
    expect(await policyOf(REPOSITORY, context)).toMatchObject({
      policy: { checklists: ['repository'] },
      broken: { organisation: [] },
    });
  });

  test('a repository that is no longer shown keeps its policy; one that is deleted does not', async () => {
    const db = await databases.fresh();
    const { repositories, gone } = github({ '.github': 'default: [web-service]' });
    const { context } = contextOf(db, repositories);
    await refreshPolicy(ORGANISATION, context);
    gone.add('.github');
    await refreshPolicy(ORGANISATION, context);
    const kept = await policyOf(REPOSITORY, context);
    expect(kept.policy.checklists).toEqual(['web-service']);
    expect(kept.broken.organisation).toHaveLength(1);
    await withdrawPolicy(ORGANISATION, context);
    expect((await policyOf(REPOSITORY, context)).policy.checklists).toEqual(['repository']);
  });

  test('of two readings at once the one that began later counts', async () => {
    const db = await databases.fresh();
    const key = { scope: 'repository', id: 7 } as const;
    const reading = (fileSha: string, at: number) => ({ fileSha, good: null, problems: [], readAt: new Date(at) });
    expect(await savePolicy(db.kysely, key, reading('new', 2000))).toBe(true);
    expect(await savePolicy(db.kysely, key, reading('old', 1000))).toBe(false);
    expect((await findPolicy(db.kysely, key))?.fileSha).toBe('new');
  });

  test('another policy of the organisation writes only the issues it concerns, page by page', async () => {
    const db = await databases.fresh();
    const facts = { fork: false, archived: false, hasIssues: true, defaultBranch: 'main', installationId: 3 };
    await saveRepositories(
      db.kysely,
      Array.from({ length: 250 }, (_, at) => ({
        ...facts,
        id: 100 + at,
        owner: 'harbour',
        name: at % 10 === 0 ? `web-${at}` : `tool-${at}`,
        private: false,
      })),
    );
    const { repositories } = github({ '.github': 'profiles: [{ when: { name: "web-*" }, use: [web-service] }]' });
    const { context, jobs } = contextOf(db, repositories);
    await refreshPolicy(ORGANISATION, context);
    const [asked] = await jobsOf(db, 'apply-policy');
    expect(asked?.data).toEqual({ before: null, after: 0 });
    await applyPolicy({ before: null, after: 0 }, context);
    expect(jobs.filter(({ handler }) => handler === 'write-issue')).toHaveLength(20);
    expect(jobs.at(-1)).toMatchObject({ handler: 'apply-policy', data: { before: null, after: 299 } });
    await applyPolicy({ before: null, after: 299 }, context);
    expect(jobs.filter(({ handler }) => handler === 'write-issue')).toHaveLength(25);
    expect(jobs.filter(({ handler }) => handler === 'apply-policy')).toHaveLength(1);
  });

  test('the same policy again asks for nothing, and a change is in the journal', async () => {
    const db = await databases.fresh();
    const files: Record<string, string> = { quay: 'risk: HIGH' };
    const { repositories } = github(files);
    const { context } = contextOf(db, repositories);
    await refreshPolicy(REPOSITORY, context);
    files.quay = '# a comment more\nrisk: HIGH';
    await refreshPolicy(REPOSITORY, context);
    expect(await jobsOf(db, 'write-issue')).toHaveLength(1);
    const kinds = await db.kysely.selectFrom('journal').select(['kind', 'repository_id']).execute();
    expect(kinds).toEqual([{ kind: 'policy.changed', repository_id: REPOSITORY.id }]);
  });

  test('another policy of the scan has heads judged again, and who dismisses what is in the journal', async () => {
    const db = await databases.fresh();
    const facts = { fork: false, archived: false, hasIssues: true, defaultBranch: 'main', private: true };
    await saveRepositories(db.kysely, [{ ...REPOSITORY, ...facts, installationId: 3 }]);
    const entry = { fingerprint: '7f3a91c2', because: 'test key', by: '@ann', until: '2027-01-31' };
    const { repositories } = github({
      '.github': `scan: { dismissed: [${JSON.stringify(entry)}] }`,
      quay: 'scan: { confidence: low }',
    });
    const { context, jobs } = contextOf(db, repositories);
    await refreshPolicy(REPOSITORY, context);
    expect(await jobsOf(db, 'judge-heads')).toMatchObject([{ data: { repositoryId: REPOSITORY.id } }]);
    await refreshPolicy(ORGANISATION, context);
    await applyPolicy({ before: null, after: 0 }, context);
    expect(jobs.map(({ handler }) => handler)).toEqual(['write-issue', 'judge-heads']);
    const rows = await db.kysely.selectFrom('journal').select('data').orderBy('seq').execute();
    expect(rows.map(({ data }) => data)).toMatchObject([{}, { dismissed: [entry] }]);
  });

  test('a new topic writes the issue anew, the first look does not', async () => {
    const db = await databases.fresh();
    const { repositories, listed, repository } = github({});
    const { context, jobs } = contextOf(db, repositories);
    listed.push(repository('quay'));
    await rememberRepository(REPOSITORY, context);
    await rememberRepository(REPOSITORY, context);
    expect(jobs).toEqual([]);
    listed[0] = { ...repository('quay'), topics: ['web'], properties: { tier: ['1', '2'] } };
    await rememberRepository(REPOSITORY, context);
    expect(jobs).toMatchObject([{ handler: 'write-issue', data: { repositoryId: REPOSITORY.id } }]);
    expect((await policyOf(REPOSITORY, context)).facts).toMatchObject({
      topics: ['web'],
      properties: { tier: ['1', '2'] },
    });
  });

  test('once a day the organisation is read, and what was pushed to since its policy was read', async () => {
    const db = await databases.fresh();
    await saveInstallation(db.kysely, {
      id: 3,
      account: 'harbour',
      accountType: 'Organization',
      permissions: {},
      events: [],
      suspendedAt: null,
    });
    const { repositories, listed, repository } = github({});
    const { context, jobs } = contextOf(db, repositories);
    const day = (n: number) => new Date(NOW.getTime() + n * 86_400_000);
    await savePolicy(
      db.kysely,
      { scope: 'repository', id: 11 },
      { fileSha: null, good: null, problems: [], readAt: NOW },
    );
    await savePolicy(
      db.kysely,
      { scope: 'repository', id: 12 },
      { fileSha: null, good: null, problems: [], readAt: NOW },
    );
    listed.push(
      { ...repository('quiet'), id: 11, pushedAt: day(-1) },
      { ...repository('busy'), id: 12, pushedAt: day(1) },
      { ...repository('never-read'), id: 13, pushedAt: day(-1) },
      { ...repository('archived'), id: 14, pushedAt: day(1), isArchived: true },
      { ...repository('empty'), id: 15 },
    );
    await refreshPolicies(context);
    expect(jobs.map(({ data }) => (data as { repository: { name: string } }).repository.name)).toEqual([
      '.github',
      'busy',
      'never-read',
    ]);
  });
});
