/** The pages show what is there, change it only through same-site forms, and escape everything. */
import { readPatch } from '../../../src/sandbox/pages/diff.js';
import { tasksOf } from '../../../src/sandbox/pages/markdown/tasks.js';
import { createPages } from '../../../src/sandbox/pages/pages.js';
import { BODY, memoryView, SHA } from './memory-view.js';

const HTML = { accept: 'text/html' };
const SITE = 'http://localhost';

function setup() {
  const memory = memoryView();
  const app = createPages(memory.view);
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = { origin: SITE }) =>
    app.request(SITE + path, { method: 'POST', body: new URLSearchParams(fields), headers });
  return { ...memory, app, post };
}

async function textOf(path: string): Promise<string> {
  const response = await setup().app.request(path, { headers: HTML });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  return response.text();
}

describe('looking', () => {
  test.each([
    ['the start', '/', 'acme'],
    ['an organisation', '/acme', 'href="/acme/pay"'],
    ['a repository', '/acme/pay', 'Commits on main'],
    ['a branch with a slash', '/acme/pay/tree/feature/x', 'Commits on feature/x'],
    ['the issues', '/acme/pay/issues', 'Security baseline'],
    ['the pull requests', '/acme/pay/pulls', 'Add &lt;payments&gt;'],
    ['an issue', '/acme/pay/issues/1', 'Browsers are told to use HTTPS only'],
    ['what was edited', '/acme/pay/issues/1', '1 edit'],
    ['a reaction', '/acme/pay/issues/1', 'title="eyes: seaworthy[bot]"'],
    ['a pull request', '/acme/pay/pull/2', '1 secret committed'],
    ['why it cannot be merged', '/acme/pay/pull/2', 'is failing.</p>'],
    ['the way into the merge queue', '/acme/pay/pull/2', 'action="/acme/pay/pull/2/enqueue"'],
    ['what an App said of a deployment', '/acme/pay/deployments', '<strong>Two</strong> blockers'],
    ['a commit', `/acme/pay/commit/${SHA.slice(0, 7)}`, 'Add settings'],
    ['an annotation below its line', `/acme/pay/commit/${SHA}`, 'A cloud access key'],
    ['a binary file', `/acme/pay/commit/${SHA}`, 'binary or too large'],
    ['code, escaped', `/acme/pay/commit/${SHA}`, '&lt;b&gt;masked&lt;/b&gt;'],
    ['a file, escaped', '/acme/pay/blob/main/src/config.ts', '&lt;b&gt;bold&lt;/b&gt;'],
    ['a binary file by itself', '/acme/pay/blob/main/logo.png', 'binary or too large'],
    ['the way from a diff to the file', `/acme/pay/commit/${SHA}`, `/acme/pay/blob/${SHA}/src/config.ts`],
    ['a check run', '/acme/pay/runs/7', 'src/config.ts:3'],
    ['the buttons of a check run', '/acme/pay/runs/7', 'value="refresh"'],
    ['the deliveries', '/_sandbox/deliveries', 'issues.edited'],
  ])('%s', async (_, path, text) => {
    expect(await textOf(path)).toContain(text);
  });

  test('comments and markers of the issue are not in the page’s text', async () => {
    expect((await textOf('/acme/pay/issues/1')).split('<textarea')[0]).not.toContain('seaworthy:item');
  });

  test.each([
    '/nobody',
    '/acme/gone',
    '/acme/pay/tree/gone',
    '/acme/pay/issues/9',
    '/acme/pay/pull/1',
    '/acme/pay/commit/0000000',
    '/acme/pay/runs/9',
    '/acme/gone/deployments',
    '/acme/pay/actions/runs/9',
    '/acme/pay/blob/main/gone.ts',
  ])('%s is not there', async (path) => {
    expect((await setup().app.request(path, { headers: HTML })).status).toBe(404);
  });

  test('an unknown address asked for by a program is left to the next one', async () => {
    const { app } = setup();
    app.get('*', (context) => context.json({ message: 'Not Found' }, 404));
    expect(await (await app.request('/api/v3')).json()).toEqual({ message: 'Not Found' });
  });

  test('a number that is a pull request leads there', async () => {
    const response = await setup().app.request('/acme/pay/issues/2');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/acme/pay/pull/2']);
  });
});

describe('acting', () => {
  const key = tasksOf(BODY)[0]?.key ?? '';

  test('a click flips the one box and comes back to it', async () => {
    const { post, issue } = setup();
    const response = await post('/acme/pay/issues/1/task', { task: key });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/acme/pay/issues/1#body']);
    expect(issue().body).toBe(BODY.replace('- [ ] **Browsers', '- [x] **Browsers'));
  });

  test('a box that is gone is said, and nothing changes', async () => {
    const { post, issue } = setup();
    const response = await post('/acme/pay/issues/1/task', { task: '3.abc' });
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('Somebody changed this line');
    expect(issue().body).toBe(BODY);
  });

  test('one who may not is told why', async () => {
    const { post, issue } = setup();
    const response = await post(
      '/acme/pay/issues/1/task',
      { task: key },
      { origin: SITE, cookie: 'sandbox-user=reader' },
    );
    expect([response.status, issue().body]).toEqual([403, BODY]);
    expect(await response.text()).toContain('Only people with write access');
  });

  test('edits title and body', async () => {
    const { post, issue } = setup();
    await post('/acme/pay/issues/1/edit', { title: 'T', body: 'a\r\nb' });
    expect(issue()).toMatchObject({ title: 'T', body: 'a\r\nb' });
  });

  test('comments as whoever was chosen', async () => {
    const { post, issue } = setup();
    await post(
      '/acme/pay/issues/1/comment',
      { body: '/baseline help' },
      { origin: SITE, cookie: 'sandbox-user=reader' },
    );
    expect(issue().thread.at(-1)).toMatchObject({ author: { login: 'reader' }, body: '/baseline help' });
  });

  test('closes with a comment', async () => {
    const { post, issue } = setup();
    await post('/acme/pay/issues/1/comment', { body: 'Done.', state: 'closed' });
    expect([issue().state, issue().thread.at(-1)?.body]).toEqual(['closed', 'Done.']);
  });

  test('an empty comment is refused', async () => {
    expect((await setup().post('/acme/pay/issues/1/comment', { body: ' ' })).status).toBe(422);
  });

  test('a stranger’s cookie is the first user', async () => {
    const { post, issue } = setup();
    await post('/acme/pay/issues/1/comment', { body: 'x' }, { origin: SITE, cookie: 'sandbox-user=nobody' });
    expect(issue().thread.at(-1)?.author.login).toBe('octocat');
  });

  test.each([
    ['/acme/pay/pull/2/enqueue', '/acme/pay/pull/2#merge', 405],
    ['/acme/pay/deployments', '/acme/pay/deployments', 403],
  ])('%s does it and comes back, or tells why not', async (path, back, refused) => {
    const { post } = setup();
    const fields = { environment: 'production', ref: 'main' };
    expect((await post(path, fields)).headers.get('location')).toBe(back);
    expect((await post(path, fields, { origin: SITE, cookie: 'sandbox-user=reader' })).status).toBe(refused);
  });

  test.each([
    ['refresh', 303],
    ['', 403],
  ])('a button of a check run, %p', async (button, status) => {
    expect((await setup().post('/acme/pay/runs/7', { button })).status).toBe(status);
  });

  test('the page of a run is its place among the deployments', async () => {
    const response = await setup().app.request('/acme/pay/actions/runs/42');
    expect(response.headers.get('location')).toBe('/acme/pay/deployments#run-42');
  });

  test('opens an issue', async () => {
    const response = await setup().post('/acme/pay/issues', { title: 'New', body: '' });
    expect(response.headers.get('location')).toBe('/acme/pay/issues/1');
  });

  test('redelivers', async () => {
    const { post, redelivered } = setup();
    await post('/_sandbox/deliveries/5/redeliver', {});
    expect(redelivered).toEqual([5]);
  });

  test.each([
    ['/acme/pay', '/acme/pay'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
  ])('switching the user comes back to %s as %s', async (back, location) => {
    const response = await setup().post('/_sandbox/act-as', { login: 'reader', back });
    expect(response.headers.get('location')).toBe(location);
    expect(response.headers.get('set-cookie')).toContain('sandbox-user=reader');
  });

  test.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['nobody knows where', {}],
  ])('a form from %s is refused', async (_, headers) => {
    const { post, issue } = setup();
    for (const path of [
      '/acme/pay/issues/1/task',
      '/acme/pay/issues/1/comment',
      '/acme/pay/issues',
      '/_sandbox/act-as',
      '/_sandbox/deliveries/5/redeliver',
    ])
      expect((await post(path, { task: key, body: 'x', title: 'x' }, headers)).status).toBe(403);
    expect(issue()).toMatchObject({ body: BODY, thread: [{ id: 31 }] });
  });
});

test('a diff knows the numbers of its lines', () => {
  expect(readPatch('@@ -3,2 +3,3 @@ f\n a\n-b\n+c\n+d\n\\ No newline at end of file')).toEqual([
    { kind: 'hunk', oldLine: null, newLine: null, text: '@@ -3,2 +3,3 @@ f' },
    { kind: 'context', oldLine: 3, newLine: 3, text: 'a' },
    { kind: 'removed', oldLine: 4, newLine: null, text: 'b' },
    { kind: 'added', oldLine: null, newLine: 4, text: 'c' },
    { kind: 'added', oldLine: null, newLine: 5, text: 'd' },
    { kind: 'note', oldLine: null, newLine: null, text: ' No newline at end of file' },
  ]);
});
