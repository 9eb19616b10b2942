/** Check runs, suites, statuses and pull requests. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { call, installationToken, type Json, type Scene, startScene } from './support.js';

let scene: Scene;
let token: string;
let head: string;

beforeAll(async () => {
  scene = await startScene();
  token = await installationToken(scene);
  head = await scene.sandbox.as('ada').commit('acme/shop', {
    branch: 'topic',
    from: 'main',
    message: 'Topic',
    files: { 'a.txt': 'a\n' },
  });
});

afterAll(() => scene.stop());

const api = (route: string, body?: unknown) => call(scene.sandbox, token, route, body);
const runs = '/repos/acme/shop/check-runs';

test('a run: queued, annotated in two batches, completed; the newest of a name is listed', async () => {
  const old = await api(`POST ${runs}`, { name: 'seaworthy/secrets', head_sha: head, status: 'in_progress' });
  const made = await api(`POST ${runs}`, { name: 'seaworthy/secrets', head_sha: head, external_id: 'key' });
  expect(made.json).toMatchObject({ status: 'queued', conclusion: null, app: { id: 4711 }, external_id: 'key' });
  const annotation = { path: 'a.txt', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'Here' };
  const output = { title: '1 secret committed', summary: 'What to do', annotations: [annotation] };
  await api(`PATCH ${runs}/${made.json.id}`, { output });
  const done = await api(`PATCH ${runs}/${made.json.id}`, { conclusion: 'failure', output });
  expect(done.json).toMatchObject({ status: 'completed', conclusion: 'failure', output: { annotations_count: 2 } });
  const listed = await api(`GET /repos/acme/shop/commits/topic/check-runs?check_name=seaworthy/secrets&app_id=4711`);
  expect(listed.json).toMatchObject({ total_count: 1, check_runs: [{ id: made.json.id }] });
  const all = await api(`GET /repos/acme/shop/commits/${head}/check-runs?filter=all`);
  expect((all.json.check_runs as Json[]).map(({ id }) => id)).toEqual([made.json.id, old.json.id]);
});

test.each([
  ['completed without a conclusion', { status: 'completed' }, 422],
  ['an unknown conclusion', { conclusion: 'passed' }, 422],
  ['a commit that is not there', { head_sha: '1'.repeat(40) }, 422],
  ['an output without summary', { output: { title: 'x' } }, 422],
  ['nothing wrong', {}, 201],
])('a run with %s', async (_name, change, status) => {
  expect((await api(`POST ${runs}`, { name: 'n', head_sha: head, ...change })).status).toBe(status);
});

test('people re-run checks and press buttons; only the App hears of it', async () => {
  const actions = [{ label: 'Refresh', description: 'Look again', identifier: 'refresh' }];
  const { json } = await api(`POST ${runs}`, { name: 'seaworthy/launch', head_sha: head, actions });
  const ada = scene.sandbox.as('ada');
  await ada.rerequestCheckRun('acme/shop', Number(json.id));
  await ada.requestCheckAction('acme/shop', Number(json.id), 'refresh');
  await ada.rerequestCheckSuite('acme/shop', Number((json.check_suite as Json).id));
  await expect(ada.requestCheckAction('acme/shop', Number(json.id), 'other')).rejects.toMatchObject({ status: 404 });
  await scene.sandbox.webhooks.idle();
  expect(scene.hooks.of('check_run.rerequested')[0]?.payload).toMatchObject({ sender: { login: 'ada' } });
  expect(scene.hooks.of('check_run.requested_action')[0]?.payload).toMatchObject({
    requested_action: { identifier: 'refresh' },
  });
  expect(scene.hooks.of('check_suite.rerequested')).toHaveLength(1);
});

test('no suites by themselves: switched off, and for a commit that asks for none', async () => {
  const ada = scene.sandbox.as('ada');
  const requested = () => scene.hooks.of('check_suite.requested').length;
  await scene.sandbox.webhooks.idle();
  const before = requested();
  await ada.commit('acme/shop', { branch: 'topic', message: 'Quiet\n\nskip-checks: true', files: { 'b.txt': 'b' } });
  const setting = { auto_trigger_checks: [{ app_id: 4711, setting: false }] };
  await api('PATCH /repos/acme/shop/check-suites/preferences', setting);
  head = await ada.commit('acme/shop', { branch: 'topic', message: 'Loud', files: { 'c.txt': 'c' } });
  await scene.sandbox.webhooks.idle();
  expect(requested()).toBe(before);
});

test('a status has at most 140 characters; the newest of a context counts', async () => {
  const path = `POST /repos/acme/shop/statuses/${head}`;
  expect((await api(path, { state: 'success', description: 'x'.repeat(141) })).status).toBe(422);
  await api(path, { state: 'failure', context: 'Seaworthy' });
  await api(path, { state: 'success', context: 'seaworthy' });
  const combined = await api('GET /repos/acme/shop/commits/topic/status');
  expect(combined.json).toMatchObject({ state: 'success', total_count: 1 });
  await api(path, { state: 'failure', context: 'ci' });
  const second = await api('GET /repos/acme/shop/commits/topic/status?per_page=1&page=2');
  expect(second.json).toMatchObject({ state: 'failure', total_count: 2, statuses: [{ context: 'seaworthy' }] });
});

test('a pull request: opened, read, found by its commit, merged', async () => {
  const ada = scene.sandbox.as('ada');
  const { number } = await ada.openPullRequest('acme/shop', { title: 'Topic', head: 'topic' });
  const one = await api(`GET /repos/acme/shop/pulls/${number}`);
  expect(one.json).toMatchObject({ mergeable: true, commits: 3, changed_files: 3, head: { sha: head } });
  const files = await api(`GET /repos/acme/shop/pulls/${number}/files`);
  expect(files.json).toMatchObject([{ filename: 'a.txt' }, { filename: 'b.txt' }, { filename: 'c.txt' }]);
  expect((await api(`GET /repos/acme/shop/commits/${head}/pulls`)).json).toMatchObject([{ number }]);
  expect((await api(`GET /repos/acme/shop/issues/${number}`)).json).toMatchObject({ pull_request: {} });
  await ada.mergePullRequest('acme/shop', number);
  expect((await api(`GET /repos/acme/shop/pulls/${number}`)).json).toMatchObject({ merged: true, state: 'closed' });
  await scene.sandbox.webhooks.idle();
  expect(scene.hooks.of('push').at(-1)?.payload).toMatchObject({ ref: 'refs/heads/main' });
  expect(scene.hooks.of('pull_request.closed').at(-1)?.payload).toMatchObject({ pull_request: { merged: true } });
});

test('a conflict is not mergeable', async () => {
  const ada = scene.sandbox.as('ada');
  await ada.commit('acme/shop', { branch: 'left', from: 'main', message: 'l', files: { 'same.txt': 'left\n' } });
  await ada.commit('acme/shop', { message: 'r', files: { 'same.txt': 'right\n' } });
  const { number } = await ada.openPullRequest('acme/shop', { title: 'Left', head: 'left' });
  expect((await api(`GET /repos/acme/shop/pulls/${number}`)).json).toMatchObject({ mergeable: false });
  await expect(ada.mergePullRequest('acme/shop', number)).rejects.toMatchObject({ status: 405 });
});

test('a pull request from a fork: the base repository has its commits, checks name no pull request', async () => {
  scene.sandbox.createUser('fred');
  scene.sandbox.addCollaborator('acme/shop', 'fred', 'read');
  await scene.sandbox.createRepository('fred', { name: 'shop', fork: 'acme/shop' });
  const fred = scene.sandbox.as('fred');
  const sha = await fred.commit('fred/shop', {
    branch: 'fix',
    from: 'main',
    message: 'Fix',
    files: { 'f.txt': 'f\n' },
  });
  const { number } = await fred.openPullRequest('acme/shop', { title: 'Fix', head: 'fred:fix' });
  expect((await api(`GET /repos/acme/shop/commits/${sha}`)).status).toBe(200);
  expect((await api(`GET /repos/acme/shop/pulls/${number}/commits`)).json).toMatchObject([{ sha }]);
  const run = await api(`POST ${runs}`, { name: 'seaworthy/secrets', head_sha: sha, conclusion: 'success' });
  expect(run.json).toMatchObject({ pull_requests: [] });
});

test('a pull request changed as an issue tells of itself as a pull request', async () => {
  const ada = scene.sandbox.as('ada');
  await ada.commit('acme/shop', { branch: 'again', from: 'main', message: 'a', files: { 'again.txt': 'a\n' } });
  const { number } = await ada.openPullRequest('acme/shop', { title: 'Again', head: 'again', body: 'old' });
  const { json } = await api(`PATCH /repos/acme/shop/issues/${number}`, { body: 'new', state: 'closed' });
  expect(json).toMatchObject({ body: 'new', state: 'closed' });
  await scene.sandbox.webhooks.idle();
  expect(scene.hooks.of('pull_request.edited').at(-1)?.payload).toMatchObject({ changes: { body: { from: 'old' } } });
  expect(scene.hooks.of('issues')).toEqual([]);
});
