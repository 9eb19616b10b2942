/** Repositories over the API: redirects, conditional requests, commits and their limits, contents, permissions. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { call, installationToken, type Json, type Scene, startScene } from './support.js';

let scene: Scene;
let token: string;

beforeAll(async () => {
  scene = await startScene();
  token = await installationToken(scene);
});

afterAll(() => scene.stop());

const api = (route: string, headers: Record<string, string> = {}) =>
  call(scene.sandbox, token, route, undefined, headers);
const commit = (files: Record<string, string | Uint8Array | null>, more: Json = {}) =>
  scene.sandbox.as('ada').commit('acme/shop', { message: 'change', files, ...more });

test('an unchanged answer is a 304 that costs nothing', async () => {
  const first = await api('GET /repos/acme/shop');
  const again = await api('GET /repos/acme/shop', { 'if-none-match': first.headers.get('etag') ?? '' });
  expect([again.status, again.text]).toEqual([304, '']);
  expect(again.headers.get('x-ratelimit-used')).toBe(first.headers.get('x-ratelimit-used'));
  await scene.sandbox.as('olive').privatizeRepository('acme/shop');
  await scene.sandbox.as('olive').publicizeRepository('acme/shop');
  const changed = await api('GET /repos/acme/shop', { 'if-none-match': first.headers.get('etag') ?? '' });
  expect(changed.status).toBe(200);
  await scene.sandbox.webhooks.idle();
  expect(scene.hooks.of('public')).toHaveLength(1);
});

test('after a rename the former name redirects, reads with 301 and writes with 307', async () => {
  await scene.sandbox.createRepository('acme', { name: 'before' });
  await scene.sandbox.as('olive').renameRepository('acme/before', 'after');
  const read = await api('GET /repos/acme/before/issues?state=all');
  expect(read.status).toBe(301);
  expect(read.headers.get('location')).toMatch(/\/repositories\/\d+\/issues\?state=all$/);
  expect((await api(`GET ${read.headers.get('location')}`)).status).toBe(200);
  expect((await call(scene.sandbox, token, 'POST /repos/acme/before/issues', { title: 'x' })).status).toBe(307);
  await scene.sandbox.webhooks.idle();
  expect(scene.hooks.of('repository.renamed')[0]?.payload).toMatchObject({
    changes: { repository: { name: { from: 'before' } } },
    repository: { full_name: 'acme/after' },
  });
});

test('a custom property tells what it was and is, and nothing when it stays', async () => {
  await scene.sandbox.createRepository('acme', { name: 'labelled', properties: { tier: 'gold' } });
  scene.sandbox.setProperties('acme/labelled', { tier: 'gold', regions: ['eu', 'us'] });
  scene.sandbox.setProperties('acme/labelled', { regions: ['eu', 'us'] });
  scene.sandbox.setProperties('acme/labelled', { tier: null });
  expect((await api('GET /repos/acme/labelled')).json).toMatchObject({ custom_properties: { regions: ['eu', 'us'] } });
  await scene.sandbox.webhooks.idle();
  expect(scene.hooks.of('custom_property_values.updated').map(({ payload }) => payload)).toMatchObject([
    {
      old_property_values: [{ property_name: 'regions', value: null }],
      new_property_values: [{ property_name: 'regions', value: ['eu', 'us'] }],
      repository: { full_name: 'acme/labelled' },
    },
    {
      old_property_values: [{ property_name: 'tier', value: 'gold' }],
      new_property_values: [{ property_name: 'tier', value: null }],
    },
  ]);
});

test('a repository that moved to another owner is out of reach', async () => {
  scene.sandbox.createOrganization('elsewhere');
  await scene.sandbox.createRepository('acme', { name: 'leaving', private: true });
  await scene.sandbox.as('olive').transferRepository('acme/leaving', 'elsewhere');
  expect((await api('GET /repos/elsewhere/leaving')).status).toBe(404);
});

test('a commit with every kind of change', async () => {
  const lines = Array.from({ length: 40 }, (_value, index) => `line ${index}`).join('\n');
  await commit({ 'moved.txt': lines, 'gone.txt': 'gone\n', 'kept.txt': 'one\n' });
  const sha = await commit({
    'moved.txt': null,
    'here/now.txt': lines,
    'gone.txt': null,
    'kept.txt': 'two\n',
    'picture.bin': new Uint8Array([0, 1, 2, 255]),
    'name with "quotes" and ü.txt': 'x\n',
  });
  const { json } = await api(`GET /repos/acme/shop/commits/${sha}`);
  expect(json).toMatchObject({ sha, author: { login: 'ada' }, commit: { message: 'change' } });
  const files = Object.fromEntries((json.files as Json[]).map((file) => [file.filename, file]));
  expect(files).toMatchObject({
    'gone.txt': { status: 'removed', deletions: 1, patch: '@@ -1 +0,0 @@\n-gone' },
    'kept.txt': { status: 'modified', patch: '@@ -1 +1 @@\n-one\n+two' },
    'here/now.txt': { status: 'renamed', previous_filename: 'moved.txt', changes: 0 },
    'picture.bin': { status: 'added' },
    'name with "quotes" and ü.txt': { status: 'added', patch: '@@ -0,0 +1 @@\n+x' },
  });
  expect(files['picture.bin']).not.toHaveProperty('patch');
  const blob = await api(`GET /repos/acme/shop/git/blobs/${(files['kept.txt'] as Json).sha}`);
  expect(Buffer.from(String(blob.json.content), 'base64').toString()).toBe('two\n');
});

test('a commit of 310 files comes in pages, a comparison stops at 300, a file over 500 KB has no patch', async () => {
  const base = await commit({ 'start.txt': 'x' });
  const many = Object.fromEntries(Array.from({ length: 309 }, (_value, n) => [`many/${n}.txt`, `${n}\n`]));
  const sha = await commit({ ...many, 'large.txt': 'long line\n'.repeat(60_000) });
  const pages = [1, 2, 3, 4].map((page) => api(`GET /repos/acme/shop/commits/${sha}?per_page=100&page=${page}`));
  const answers = await Promise.all(pages);
  const files = answers.flatMap(({ json }) => json.files as Json[]);
  expect(answers.map(({ json }) => (json.files as Json[]).length)).toEqual([100, 100, 100, 10]);
  expect(answers[0]?.headers.get('link')).toContain('rel="next"');
  expect(files.find(({ filename }) => filename === 'large.txt')).not.toHaveProperty('patch');
  const compared = await api(`GET /repos/acme/shop/compare/${base}...${sha}`);
  expect(compared.json).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0, total_commits: 1 });
  expect(compared.json.files).toHaveLength(300);
});

test('a comparison with what is not there, and with itself', async () => {
  expect((await api(`GET /repos/acme/shop/compare/${'1'.repeat(40)}...main`)).status).toBe(404);
  expect((await api('GET /repos/acme/shop/compare/main...main')).json).toMatchObject({ status: 'identical' });
});

test('contents: a folder, a file, raw, and nothing', async () => {
  await commit({ '.github/seaworthy.yml': 'mode: warn\n' });
  expect((await api('GET /repos/acme/shop/contents/.github')).json).toMatchObject([{ name: 'seaworthy.yml' }]);
  expect((await api('GET /repos/acme/shop/contents')).status).toBe(200);
  const path = 'GET /repos/acme/shop/contents/.github%2Fseaworthy.yml';
  expect((await api(path)).json).toMatchObject({ type: 'file', encoding: 'base64', size: 11 });
  expect((await api(path, { accept: 'application/vnd.github.raw+json' })).text).toBe('mode: warn\n');
  expect((await api('GET /repos/acme/shop/contents/none.yml')).status).toBe(404);
  const tree = await api('GET /repos/acme/shop/git/trees/main?recursive=1');
  expect(tree.json.tree).toContainEqual(expect.objectContaining({ path: '.github/seaworthy.yml', type: 'blob' }));
});

test('an empty repository has no commits, trees or contents', async () => {
  await scene.sandbox.createRepository('acme', { name: 'empty', empty: true });
  const path = '/repos/acme/empty';
  expect((await api(`GET ${path}/commits`)).status).toBe(409);
  expect((await api(`GET ${path}/git/trees/main`)).status).toBe(409);
  expect((await api(`GET ${path}/contents/a`)).status).toBe(404);
  expect((await api(`GET ${path}/branches`)).json).toEqual([]);
});

test.each([
  ['owner of the organisation', 'olive', 'admin', 'admin'],
  ['collaborator with write', 'ada', 'write', 'write'],
  ['maintainer', 'mia', 'write', 'maintain'],
  ['triager through a team', 'tom', 'read', 'triage'],
])('permission of the %s', async (_name, login, permission, role) => {
  if (login === 'mia') scene.sandbox.addCollaborator('acme/shop', 'mia', 'maintain');
  if (login === 'tom') {
    scene.sandbox.createTeam('acme', { name: 'Triage', members: ['tom'], repositories: { shop: 'triage' } });
  }
  const { json } = await api(`GET /repos/acme/shop/collaborators/${login}/permission`);
  expect(json).toMatchObject({ permission, role_name: role, user: { login } });
});

test('teams and members', async () => {
  scene.sandbox.createTeam('acme', { name: 'Security Leads', members: ['sue'] });
  const path = '/orgs/acme/teams/security-leads/memberships';
  expect((await api(`GET ${path}/sue`)).json).toMatchObject({ state: 'active' });
  expect((await api(`GET ${path}/ada`)).status).toBe(404);
  expect((await api('GET /orgs/acme/members/sue')).status).toBe(204);
});

test('what happened to branches is in the activity log, page by page', async () => {
  const head = await commit({ 'z.txt': 'z' }, { branch: 'short', from: 'main' });
  await commit({ 'z.txt': 'zz' }, { branch: 'short' });
  await commit({ 'z.txt': 'zzz' }, { branch: 'short', from: head });
  await scene.sandbox.as('ada').deleteBranch('acme/shop', 'short');
  const types = async (target: string) => {
    const answer = await api(`GET ${target}`);
    const links = [...(answer.headers.get('link') ?? '').matchAll(/<(?<url>[^>]+)>; rel="(?<rel>\w+)"/g)];
    const link = Object.fromEntries(links.map(({ groups }) => [groups?.rel ?? '', groups?.url ?? '']));
    return { types: (answer.json as unknown as Json[]).map((entry) => entry.activity_type), link };
  };
  const first = await types('/repos/acme/shop/activity?ref=short&per_page=2&time_period=day');
  expect(first.types).toEqual(['branch_deletion', 'force_push']);
  const second = await types(first.link.next ?? '');
  expect([second.types, Object.keys(second.link)]).toEqual([['push', 'branch_creation'], ['prev']]);
  expect((await types(second.link.prev ?? '')).types).toEqual(first.types);
  expect((await types('/repos/acme/shop/activity?ref=short&direction=asc')).types[0]).toBe('branch_creation');
  expect((await api('GET /repos/acme/shop/activity?after=nonsense')).status).toBe(422);
});

test('unknown paths, unknown repositories', async () => {
  expect((await api('GET /repos/acme/shop/nothing-like-this')).json).toMatchObject({ message: 'Not Found' });
  expect((await api('GET /repos/acme/nowhere')).status).toBe(404);
});

test('the bill of materials has what the lock files name', async () => {
  const lock = { packages: { '': { version: '1.0.0' }, 'node_modules/@babel/core': { version: '7.1.0' } } };
  await commit({
    'package-lock.json': JSON.stringify(lock),
    'requirements.txt': '# ours\nrequests==2.31.0\nflask>=2\n',
  });
  const { json } = await api('GET /repos/acme/shop/dependency-graph/sbom');
  const { packages } = (json as { sbom: { packages: { externalRefs: { referenceLocator: string }[] }[] } }).sbom;
  expect(packages.map(({ externalRefs }) => externalRefs[0]?.referenceLocator)).toEqual([
    'pkg:npm/%40babel/core@7.1.0',
    'pkg:pypi/requests@2.31.0',
    'pkg:pypi/flask',
    'pkg:github/acme/shop@main',
  ]);
});
