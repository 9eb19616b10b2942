/** Real git pushes, and the webhooks they send. */
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Clone, clone, installationToken, type Json, type Scene, startScene } from './support.js';

const ZERO = '0'.repeat(40);
let scene: Scene;
let copy: Clone;

beforeAll(async () => {
  scene = await startScene();
  copy = await clone(scene.sandbox.pushUrl('acme/shop', 'ada'));
});

afterAll(async () => {
  await copy.remove();
  await scene.stop();
});

beforeEach(async () => {
  await scene.sandbox.webhooks.idle();
  scene.hooks.received.length = 0;
});

async function pushes(): Promise<Json[]> {
  await scene.sandbox.webhooks.idle();
  return scene.hooks.of('push').map((hook) => hook.payload);
}

test('an ordinary push', async () => {
  const before = await copy.git('rev-parse', 'HEAD');
  const first = await copy.commit('one', { 'a.txt': 'a\n', 'b.txt': 'b\n' });
  const second = await copy.commit('two', { 'a.txt': 'changed\n' });
  await copy.git('push', '--quiet');
  const [push, ...others] = await pushes();
  expect(others).toEqual([]);
  expect(push).toMatchObject({
    ref: 'refs/heads/main',
    before,
    after: second,
    created: false,
    deleted: false,
    forced: false,
    pusher: { name: 'ada' },
    sender: { login: 'ada', type: 'User' },
    repository: { full_name: 'acme/shop', master_branch: 'main' },
    organization: { login: 'acme' },
    installation: { id: scene.installationId },
    head_commit: { id: second },
    commits: [
      { id: first, distinct: true, added: ['a.txt', 'b.txt'], modified: [], author: { username: 'ada' } },
      { id: second, distinct: true, added: [], modified: ['a.txt'], removed: [] },
    ],
  });
  expect(scene.hooks.of('push')[0]?.genuine).toBe(true);
  expect(scene.hooks.of('check_suite.requested')[0]?.payload).toMatchObject({ check_suite: { head_sha: second } });
});

test('a new branch, one more commit than main', async () => {
  await copy.git('switch', '--quiet', '-c', 'feature/x');
  const sha = await copy.commit('on a branch', { 'c.txt': 'c\n' });
  await copy.git('push', '--quiet', '-u', 'origin', 'feature/x');
  const [push] = await pushes();
  expect(push).toMatchObject({ ref: 'refs/heads/feature/x', before: ZERO, after: sha, created: true, forced: false });
  expect(push?.commits).toMatchObject([{ id: sha }]);
  expect(scene.hooks.of('create')[0]?.payload).toMatchObject({ ref: 'feature/x', ref_type: 'branch' });
});

test('a force push, whose former head is still there to compare with', async () => {
  const before = await copy.git('rev-parse', 'HEAD');
  await copy.git('commit', '--quiet', '--amend', '-m', 'rewritten');
  const after = await copy.git('rev-parse', 'HEAD');
  await copy.git('push', '--quiet', '--force');
  const [push] = await pushes();
  expect(push).toMatchObject({ before, after, forced: true, created: false });
  expect(push?.commits).toHaveLength(1);
});

test('the deletion of a branch', async () => {
  const before = await copy.git('rev-parse', 'HEAD');
  await copy.git('push', '--quiet', 'origin', ':feature/x');
  const [push] = await pushes();
  expect(push).toMatchObject({ before, after: ZERO, deleted: true, commits: [], head_commit: null });
  expect(scene.hooks.of('delete')).toHaveLength(1);
});

test('one tag is told, four at once are not', async () => {
  await copy.git('switch', '--quiet', 'main');
  await copy.git('tag', 'v1');
  await copy.git('push', '--quiet', 'origin', 'v1');
  expect(await pushes()).toMatchObject([{ ref: 'refs/tags/v1', created: true, commits: [] }]);
  for (const tag of ['t1', 't2', 't3', 't4']) await copy.git('tag', tag);
  await copy.git('push', '--quiet', '--tags');
  expect(await pushes()).toHaveLength(1);
});

test('a pull request follows its branch and closes with it', async () => {
  await copy.git('switch', '--quiet', '-c', 'topic');
  const first = await copy.commit('topic', { 'd.txt': 'd\n' });
  await copy.git('push', '--quiet', '-u', 'origin', 'topic');
  const { number } = await scene.sandbox.as('ada').openPullRequest('acme/shop', { title: 'Topic', head: 'topic' });
  const second = await copy.commit('more', { 'd.txt': 'e\n' });
  await copy.git('push', '--quiet');
  await copy.git('push', '--quiet', 'origin', ':topic');
  await scene.sandbox.webhooks.idle();
  expect(scene.hooks.of('pull_request').map(({ payload }) => [payload.action, payload.number])).toEqual([
    ['opened', number],
    ['synchronize', number],
    ['closed', number],
  ]);
  expect(scene.hooks.of('pull_request.synchronize')[0]?.payload).toMatchObject({ before: first, after: second });
});

test('the first push into an empty repository, to a branch of another name', async () => {
  await scene.sandbox.createRepository('acme', { name: 'fresh', empty: true });
  const own = await clone(scene.sandbox.pushUrl('acme/fresh', 'olive'));
  await own.git('switch', '--quiet', '-c', 'trunk');
  const sha = await own.commit('first', { 'a.txt': 'a\n' });
  await own.git('push', '--quiet', '-u', 'origin', 'trunk');
  await own.remove();
  expect(await pushes()).toMatchObject([{ ref: 'refs/heads/trunk', before: ZERO, commits: [{ id: sha }] }]);
  expect(scene.sandbox.repository('acme/fresh').defaultBranch).toBe('trunk');
});

test('two pushes at once to one repository are told apart', async () => {
  const other = await clone(scene.sandbox.pushUrl('acme/shop', 'ada'));
  await copy.git('switch', '--quiet', '-C', 'left', 'origin/main');
  await other.git('switch', '--quiet', '-C', 'right', 'origin/main');
  const left = await copy.commit('left', { 'left.txt': 'l' });
  const right = await other.commit('right', { 'right.txt': 'r' });
  await Promise.all([copy.git('push', '--quiet', 'origin', 'left'), other.git('push', '--quiet', 'origin', 'right')]);
  await other.remove();
  const told = (await pushes()).map(({ ref, after, created }) => [ref, after, created]).sort();
  expect(told).toEqual([
    ['refs/heads/left', left, true],
    ['refs/heads/right', right, true],
  ]);
});

test('of 2,100 commits in one push the newest 2,048 are listed', async () => {
  const script = Array.from({ length: 2_100 }, (_value, n) =>
    [`commit refs/heads/long`, `committer Ada <ada@example.com> ${1_700_000_000 + n} +0000`, 'data 1', 'x', ''].join(
      '\n',
    ),
  );
  const start = `reset refs/heads/long\nfrom ${await copy.git('rev-parse', 'origin/main')}\n\n`;
  execFileSync('git', ['fast-import', '--quiet'], { cwd: copy.folder, input: start + script.join('') });
  await copy.git('push', '--quiet', 'origin', 'long');
  const [push] = await pushes();
  const commits = push?.commits as Json[];
  expect([commits.length, commits.at(-1)?.id]).toEqual([2_048, await copy.git('rev-parse', 'long')]);
});

test('an installation token fetches one commit, without history and without blobs', async () => {
  const token = await installationToken(scene);
  const sha = await copy.git('rev-parse', 'main');
  const reader = await clone(scene.sandbox.pushUrl('acme/fresh', 'olive'));
  const url = new URL(`${scene.sandbox.url}/acme/shop.git`);
  url.username = 'x-access-token';
  url.password = token;
  await reader.git('fetch', '--quiet', '--depth=1', '--filter=blob:none', url.href, sha);
  expect(await reader.git('log', '--format=%H', 'FETCH_HEAD')).toBe(sha);
  await reader.remove();
});

test.each([
  ['no credentials', '', '', /could not read Username|Authentication failed/],
  ['a wrong token', 'ada', 'wrong', /Authentication failed/],
])('a private repository is not cloned with %s', async (_name, user, password, message) => {
  const url = new URL(`${scene.sandbox.url}/acme/shop.git`);
  url.username = user;
  url.password = password;
  await expect(clone(url.href)).rejects.toThrow(message);
});

test.each([
  ['a reader may not push', 'rita', /denied to rita/],
  ['a stranger sees nothing', 'sam', /not found/],
])('%s', async (_name, login, message) => {
  if (login === 'rita') scene.sandbox.addCollaborator('acme/shop', login, 'read');
  else scene.sandbox.createUser(login);
  const url = scene.sandbox.pushUrl('acme/shop', login);
  await expect(copy.git('push', url, 'main:refs/heads/mine')).rejects.toThrow(message);
  expect(await pushes()).toEqual([]);
});
