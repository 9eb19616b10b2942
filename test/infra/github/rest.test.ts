/** Every call of the gateway as it goes over the wire: path, query and body exactly, and what is made of the answer. */
import nock from 'nock';
import { fixedClock } from '../../../src/core/clock.js';
import { createGitHub } from '../../../src/infra/github/connect.js';
import { NotFound } from '../../../src/infra/github/errors.js';
import type { GitHub } from '../../../src/infra/github/gateway.js';
import { createOctokitClass } from '../../../src/infra/github/octokit.js';

const API = 'https://api.github.com';
const repo = { owner: 'octo', name: 'harbor' };
const AT = '2026-11-22T12:00:00Z';
const clock = fixedClock(new Date(AT));
let github: GitHub;

beforeEach(() => {
  const Octokit = createOctokitClass({ clock, log: { warn: () => undefined } });
  github = createGitHub(new Octokit({ auth: { token: 'a-token' } }), clock);
});

// Jest shares Node's own modules between test files: what nock put into them must not stay.
afterAll(() => nock.restore());

afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
});

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const rawRun = {
  id: 77,
  name: 'seaworthy/secrets',
  head_sha: 'abc',
  external_id: 'push-1',
  status: 'completed',
  conclusion: 'failure',
  app: { id: 42 },
  html_url: 'https://github.com/run',
};
const run = {
  id: 77,
  name: 'seaworthy/secrets',
  headSha: 'abc',
  externalId: 'push-1',
  status: 'completed',
  conclusion: 'failure',
  appId: 42,
  url: 'https://github.com/run',
};

test('a check run is created with its key and its whole content', async () => {
  nock(API)
    .post('/repos/octo/harbor/check-runs', {
      name: 'seaworthy/secrets',
      head_sha: 'abc',
      external_id: 'push-1',
      status: 'completed',
      conclusion: 'failure',
      details_url: 'https://seaworthy.example/1',
      output: {
        title: '1 secret committed',
        summary: 'rotate it',
        text: 'more',
        annotations: [
          { path: 'a.txt', start_line: 3, end_line: 4, annotation_level: 'failure', title: 'key', message: 'masked' },
        ],
      },
      actions: [{ label: 'Refresh', description: 'Look again', identifier: 'refresh' }],
    })
    .reply(201, rawRun);
  const created = await github.checks.create(
    repo,
    { name: 'seaworthy/secrets', headSha: 'abc', externalId: 'push-1' },
    {
      status: 'completed',
      conclusion: 'failure',
      detailsUrl: 'https://seaworthy.example/1',
      output: {
        title: '1 secret committed',
        summary: 'rotate it',
        text: 'more',
        annotations: [{ path: 'a.txt', startLine: 3, endLine: 4, level: 'failure', title: 'key', message: 'masked' }],
      },
      actions: [{ label: 'Refresh', description: 'Look again', identifier: 'refresh' }],
    },
  );
  expect(created).toEqual(run);
});

test('a check run is updated with what changes only', async () => {
  nock(API).patch('/repos/octo/harbor/check-runs/77', { status: 'in_progress' }).reply(200, rawRun);
  expect(await github.checks.update(repo, 77, { status: 'in_progress' })).toEqual(run);
});

test('check runs are listed for a name and our App, newest first', async () => {
  nock(API)
    .get('/repos/octo/harbor/commits/abc/check-runs')
    .query({ check_name: 'seaworthy/secrets', filter: 'all', per_page: '100', app_id: '42' })
    .reply(200, { total_count: 3, check_runs: [rawRun, { ...rawRun, id: 78 }, { ...rawRun, id: 79, app: { id: 1 } }] });
  const runs = await github.checks.list(repo, 'abc', { name: 'seaworthy/secrets', appId: 42 });
  expect(runs.map(({ id }) => id)).toEqual([78, 77]);
});

const rawRepository = {
  id: 9,
  name: 'harbor',
  owner: { login: 'octo' },
  default_branch: 'main',
  private: true,
  visibility: 'internal',
  fork: false,
  archived: false,
  has_issues: true,
  topics: ['web'],
  language: null,
  pushed_at: AT,
  html_url: 'https://github.com/octo/harbor',
};

test('a commit status, cut to what GitHub takes', async () => {
  const description = `${'x'.repeat(139)}…`;
  nock(API)
    .post('/repos/octo/harbor/statuses/abc', { state: 'failure', context: 'seaworthy/secrets', description })
    .reply(201, {});
  const status = {
    context: 'seaworthy/secrets',
    state: 'failure',
    description: 'x'.repeat(141),
    targetUrl: null,
  } as const;
  await github.statuses.create(repo, 'abc', status);
});

test('the repositories of the installation come page by page', async () => {
  const page = (number: number) =>
    nock(API)
      .get('/installation/repositories')
      .query({ per_page: '100', ...(number > 1 ? { page: number } : {}) });
  page(1).reply(
    200,
    { total_count: 2, repositories: [rawRepository] },
    { link: `<${API}/installation/repositories?per_page=100&page=2>; rel="next"` },
  );
  page(2).reply(200, {
    total_count: 2,
    repositories: [{ ...rawRepository, id: 10, private: false, visibility: undefined, pushed_at: null }],
  });
  expect(await all(github.repositories.list())).toMatchObject([
    {
      id: 9,
      owner: 'octo',
      name: 'harbor',
      defaultBranch: 'main',
      visibility: 'internal',
      topics: ['web'],
      pushedAt: new Date(AT),
    },
    { id: 10, visibility: 'public', pushedAt: null },
  ]);
});

test.each<[string, number, object, object]>([
  ['maintainer', 200, { permission: 'write', role_name: 'maintain' }, { level: 'write', role: 'maintain' }],
  ['custom role', 200, { permission: 'read', role_name: 'auditor' }, { level: 'read', role: 'auditor' }],
  ['a level of tomorrow', 200, { permission: 'owner', role_name: 'owner' }, { level: 'none', role: 'owner' }],
  ['nobody', 404, { message: 'Not Found' }, { level: 'none', role: 'none' }],
])('permission of a %s', async (_name, status, answer, expected) => {
  nock(API).get('/repos/octo/harbor/collaborators/mona/permission').reply(status, answer);
  expect(await github.repositories.permission(repo, 'mona')).toEqual(expected);
});

const rawFile = { type: 'file', encoding: 'base64', sha: 'f1', content: Buffer.from('mode: ü\n').toString('base64') };

test.each([
  ['a member', 200, { role: 'member', state: 'active', url: API }, true],
  ['somebody who was only invited', 200, { role: 'member', state: 'pending', url: API }, false],
  ['no member, or no such team', 404, { message: 'Not Found' }, false],
  ['a team of another organisation', 403, { message: 'Resource not accessible by integration' }, false],
])('membership in a team: %s', async (_name, status, answer, expected) => {
  nock(API).get('/orgs/octo/teams/security/memberships/mona').reply(status, answer);
  expect(await github.teams.isMember('octo', 'security', 'mona')).toBe(expected);
});

test.each<[string, number, object, unknown]>([
  ['a bill', 200, { sbom: { packages: [] } }, { packages: [] }],
  ['none', 404, { message: 'Not Found' }, null],
  ['the dependency graph switched off', 403, { message: 'The dependency graph is not enabled' }, null],
])('a bill of materials: %s', async (_name, status, answer, expected) => {
  nock(API).get('/repos/octo/harbor/dependency-graph/sbom').reply(status, answer);
  expect(await github.inventory.sbom(repo)).toEqual(expected);
});

test('a bill of materials that a permission is missing for is no empty one', async () => {
  const answer = { message: 'Resource not accessible by integration' };
  nock(API).get('/repos/octo/harbor/dependency-graph/sbom').reply(403, answer);
  await expect(github.inventory.sbom(repo)).rejects.toMatchObject({ reason: 'permission' });
});

test.each<[string, number, unknown, object | null]>([
  ['a file', 200, rawFile, { path: '.github/seaworthy.yml', sha: 'f1', text: 'mode: ü\n' }],
  ['none', 404, { message: 'Not Found' }, null],
  ['a folder', 200, [rawFile], null],
  ['a submodule', 200, { type: 'submodule', sha: 'f1' }, null],
])('a file at the default branch: %s', async (_name, status, answer, expected) => {
  nock(API)
    .get('/repos/octo/harbor/contents/.github%2Fseaworthy.yml')
    .reply(status, answer as nock.Body);
  expect(await github.repositories.file(repo, '.github/seaworthy.yml')).toEqual(expected);
});

test('a file over 1 MB is no empty file', async () => {
  nock(API)
    .get('/repos/octo/harbor/contents/a')
    .query({ ref: 'v1' })
    .reply(200, { ...rawFile, encoding: 'none', content: '' });
  await expect(github.repositories.file(repo, 'a', 'v1')).rejects.toMatchObject({ name: 'TooLarge' });
});

const rawPull = {
  updated_at: '2026-11-22T10:00:00Z',
  number: 5,
  title: 'Add a pier',
  state: 'open',
  draft: true,
  head: { sha: 'h', ref: 'pier', repo: null },
  base: { sha: 'b', ref: 'main' },
  user: null,
  html_url: 'https://github.com/octo/harbor/pull/5',
};
const pull = {
  number: 5,
  title: 'Add a pier',
  state: 'open',
  isDraft: true,
  headSha: 'h',
  headRef: 'pier',
  headRepositoryId: null,
  baseSha: 'b',
  baseRef: 'main',
  author: null,
  url: 'https://github.com/octo/harbor/pull/5',
  updatedAt: new Date('2026-11-22T10:00:00Z'),
};

test('pull requests: one, the open ones of a branch, those of a commit', async () => {
  const list = { state: 'open', sort: 'created', direction: 'desc', per_page: '100', base: 'main' };
  nock(API).get('/repos/octo/harbor/pulls/5').reply(200, rawPull);
  nock(API).get('/repos/octo/harbor/pulls').query(list).reply(200, [rawPull]);
  nock(API).get('/repos/octo/harbor/commits/h/pulls').query({ per_page: '100' }).reply(200, [rawPull]);
  expect(await github.pulls.get(repo, 5)).toEqual(pull);
  expect(await all(github.pulls.listOpen(repo, { base: 'main' }))).toEqual([pull]);
  expect(await github.pulls.ofCommit(repo, 'h')).toEqual([pull]);
});

const rawCommit = (sha: string) => ({
  sha,
  parents: [{ sha: 'p' }],
  commit: { message: 'm', committer: { date: AT } },
  author: { id: 1, login: 'mona', type: 'User' },
});

test('the commits of a range come once each, whatever the pages repeat', async () => {
  const page = (number: string) =>
    nock(API).get('/repos/octo/harbor/compare/release%2F1...abc').query({ per_page: '100', page: number });
  page('1').reply(200, { total_commits: 3, commits: [rawCommit('1'), rawCommit('2')] });
  page('2').reply(200, { total_commits: 3, commits: [rawCommit('2'), rawCommit('3')] });
  const commits = await all(github.commits.between(repo, 'release/1', 'abc'));
  expect(commits.map(({ sha }) => sha)).toEqual(['1', '2', '3']);
  expect(commits[0]).toEqual({
    sha: '1',
    parents: ['p'],
    message: 'm',
    author: { id: 1, login: 'mona', type: 'User' },
    committedAt: new Date(AT),
  });
});

test('two commits are compared without their files', async () => {
  nock(API)
    .get('/repos/octo/harbor/compare/a...b')
    .query({ per_page: '1', page: '2' })
    .reply(200, { merge_base_commit: { sha: 'm' }, status: 'diverged', ahead_by: 2, behind_by: 1, commits: [] });
  expect(await github.commits.compare(repo, 'a', 'b')).toEqual({
    mergeBase: 'm',
    status: 'diverged',
    aheadBy: 2,
    behindBy: 1,
  });
});

test('all pages of the files of a commit are read, up to the number asked for', async () => {
  const file = (name: string) => ({
    filename: name,
    status: 'renamed',
    previous_filename: 'old',
    sha: null,
    additions: 0,
  });
  const link = { link: `<${API}/x?page=2>; rel="next"` };
  nock(API)
    .get('/repos/octo/harbor/commits/abc')
    .reply(200, { ...rawCommit('abc'), files: [file('1')] }, link);
  nock(API)
    .get('/repos/octo/harbor/commits/abc')
    .query({ page: '2' })
    .reply(200, { ...rawCommit('abc'), files: [file('2')] });
  const commit = await github.commits.get(repo, 'abc');
  expect(commit.files.map(({ path }) => path)).toEqual(['1', '2']);
  expect(commit).toMatchObject({ hasAllFiles: true, files: [{ previousPath: 'old', blobSha: null }, {}] });
});

test('comments are listed, written and changed', async () => {
  const raw = { id: 5, node_id: 'C', body: 'hi', user: null, html_url: 'u', created_at: AT, updated_at: AT };
  const comment = {
    id: 5,
    nodeId: 'C',
    body: 'hi',
    author: null,
    appId: null,
    url: 'u',
    createdAt: new Date(AT),
    updatedAt: new Date(AT),
  };
  nock(API).get('/repos/octo/harbor/issues/1/comments').query({ per_page: '100' }).reply(200, [raw]);
  nock(API).patch('/repos/octo/harbor/issues/comments/5', { body: 'hi' }).reply(200, raw);
  expect(await all(github.comments.list(repo, 1))).toEqual([comment]);
  expect(await github.comments.update(repo, 5, 'hi')).toEqual(comment);
});

test('an issue is changed in every way at once', async () => {
  nock(API)
    .patch('/repos/octo/harbor/issues/1', {
      title: 't',
      body: 'b',
      state: 'closed',
      state_reason: 'completed',
      labels: ['l'],
    })
    .reply(404, { message: 'Not Found' });
  const change = { title: 't', body: 'b', state: 'closed', stateReason: 'completed', labels: ['l'] } as const;
  await expect(github.issues.update(repo, 1, change)).rejects.toBeInstanceOf(NotFound);
});

test('the activity log is read by cursor, newest first', async () => {
  const raw = {
    ...{ id: 5, node_id: 'x', before: 'a', after: 'b', ref: 'refs/heads/main', timestamp: AT, actor: null },
    activity_type: 'force_push',
  };
  const at = (query: object) =>
    nock(API)
      .get('/repos/octo/harbor/activity')
      .query({ per_page: '100', ...query });
  at({}).reply(200, [raw], { link: `<${API}/repositories/9/activity?per_page=100&after=c2>; rel="next"` });
  at({ after: 'c2' }).reply(200, []);
  const { entries, next } = await github.repositories.activity(repo, null);
  expect(entries).toEqual([
    { id: 5, type: 'force_push', ref: 'refs/heads/main', before: 'a', after: 'b', at: new Date(AT) },
  ]);
  expect(next).toBe('c2');
  expect(await github.repositories.activity(repo, 'c2')).toEqual({ entries: [], next: null });
});

test('open pull requests are asked for by what we know of them; what did not change is no answer', async () => {
  const query = { state: 'open', sort: 'updated', direction: 'desc', per_page: '100', page: '1' };
  const limit = { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '4321', 'x-ratelimit-reset': '1795348800' };
  nock(API)
    .get('/repos/octo/harbor/pulls')
    .query(query)
    .reply(200, [], { etag: '"1"', ...limit });
  nock(API, { reqheaders: { 'if-none-match': '"1"' } })
    .get('/repos/octo/harbor/pulls')
    .query(query)
    .reply(304);
  expect(github.quota()).toBeNull();
  expect(await github.pulls.openPage(repo, 1, null)).toEqual({ pulls: [], etag: '"1"', hasMore: false });
  expect(await github.pulls.openPage(repo, 1, '"1"')).toBeNull();
  expect(github.quota()).toEqual({ limit: 5_000, remaining: 4_321, resetAt: new Date(1_795_348_800_000) });
});

test.each([
  [200, 'abc'],
  [404, null],
  [409, null],
])('a branch that is answered %i has the head %s', async (status, expected) => {
  nock(API)
    .get('/repos/octo/harbor/git/ref/heads%2Fmain')
    .reply(status, { object: { sha: 'abc' } });
  expect(await github.repositories.headOf(repo, 'main')).toBe(expected);
});

test('a waiting deployment is answered, and told how it stands, each within 1,024 characters', async () => {
  const path = '/repos/octo/harbor/actions/runs/77/deployment_protection_rule';
  const long = 'x'.repeat(2_000);
  const cut = `${'x'.repeat(1_023)}…`;
  nock(API).post(path, { environment_name: 'production', state: 'approved', comment: 'Ready.' }).reply(204);
  nock(API).post(path, { environment_name: 'production', state: 'rejected', comment: cut }).reply(204);
  nock(API).post(path, { environment_name: 'production', comment: cut }).reply(204);
  const environment = 'production';
  await github.deployments.review(repo, 77, { environment, state: 'approved', comment: 'Ready.' });
  await github.deployments.review(repo, 77, { environment, state: 'rejected', comment: long });
  await github.deployments.report(repo, 77, { environment, comment: long });
});

test('runs that wait are listed with what they wait for', async () => {
  const raw = (id: number, started: object) => ({ id, head_sha: 'abc', created_at: AT, ...started });
  const later = '2026-11-22T13:00:00Z';
  nock(API)
    .get('/repos/octo/harbor/actions/runs')
    .query({ status: 'waiting', per_page: '100' })
    .reply(200, { total_count: 2, workflow_runs: [raw(78, { run_started_at: later }), raw(77, {})] });
  nock(API)
    .get('/repos/octo/harbor/actions/runs/77/pending_deployments')
    .reply(200, [{ environment: { name: 'production' } }, { environment: { name: 'prod-eu' } }]);
  expect(await all(github.deployments.waiting(repo))).toEqual([
    { id: 78, headSha: 'abc', startedAt: new Date(later) },
    { id: 77, headSha: 'abc', startedAt: new Date(AT) },
  ]);
  expect(await github.deployments.pending(repo, 77)).toEqual(['production', 'prod-eu']);
});
