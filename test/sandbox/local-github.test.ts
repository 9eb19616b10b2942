/** The whole local GitHub: the contract in front, the pages on top. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type LocalGitHub, startLocalGitHub } from '../../src/sandbox/local-github.js';
import { appJwt, call } from './support.js';

let github: LocalGitHub;
let token: string;

beforeAll(async () => {
  github = await startLocalGitHub({
    webhookSecret: 'a secret for tests',
    app: { id: 7, slug: 'seaworthy', permissions: { issues: 'write', contents: 'read', checks: 'write' }, events: [] },
  });
  github.createUser('ada');
  github.createOrganization('acme', { owner: 'olive' });
  await github.createRepository('acme', { name: 'shop' });
  github.addCollaborator('acme/shop', 'ada', 'write');
  const { id } = github.installApp('acme');
  const answer = await call(github, appJwt(github), `POST /app/installations/${id}/access_tokens`);
  token = String(answer.json.token);
});

afterAll(() => github.stop());

async function page(path: string): Promise<string> {
  const answer = await fetch(`${github.url}${path}`, { headers: { accept: 'text/html' } });
  return `${answer.status} ${await answer.text()}`;
}

function submit(path: string, fields: Record<string, string>): Promise<Response> {
  const headers = { accept: 'text/html', origin: github.url };
  const body = new URLSearchParams(fields);
  return fetch(`${github.url}${path}`, { method: 'POST', body, headers, redirect: 'manual' });
}

test('what the contract refuses is on record', async () => {
  const good = await call(github, token, 'POST /repos/acme/shop/issues', { title: 'Base', body: '- [ ] one' });
  expect([good.status, github.violations]).toEqual([201, []]);
  const bad = await call(github, token, 'POST /repos/acme/shop/statuses/main', { state: 'success' });
  expect(bad.status).toBe(403);
  expect(github.violations).toMatchObject([{ method: 'POST', status: 403 }]);
});

test('a box is clicked on the page of the issue, as the first person', async () => {
  const html = await page('/acme/shop/issues/1');
  expect(html).toMatch(/^200 /);
  const task = /name="task" value="(?<key>[^"]+)"/.exec(html)?.groups?.key ?? '';
  const answer = await submit('/acme/shop/issues/1/task', { task });
  expect(answer.status).toBe(303);
  const issue = github.state.issue(github.repository('acme/shop').id, 1);
  expect([issue?.body, issue?.edits.at(-1)?.editor]).toEqual(['- [x] one', 'ada']);
});

test('a commit, its failing check and its annotation; the pull request it is in', async () => {
  const files = { 'a.txt': 'hello\n' };
  const sha = await github.as('ada').commit('acme/shop', { branch: 'topic', from: 'main', message: 'Add a', files });
  const annotation = { path: 'a.txt', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'Look here' };
  const output = { title: 'One thing', summary: 'See', annotations: [annotation] };
  const run = { name: 'seaworthy/secrets', head_sha: sha, conclusion: 'failure', output };
  const { json } = await call(github, token, 'POST /repos/acme/shop/check-runs', run);
  const { number } = await github.as('ada').openPullRequest('acme/shop', { title: 'Topic', head: 'topic' });
  for (const path of [`/acme/shop/commit/${sha}`, `/acme/shop/pull/${number}`, `/acme/shop/runs/${json.id}`]) {
    const html = await page(path);
    expect(html).toMatch(/^200 /);
    expect(html).toContain('Look here');
  }
});

test.each([
  ['the start', '/', /acme/],
  ['an owner', '/acme', /shop/],
  ['a repository', '/acme/shop', /Initial commit/],
  ['its issues', '/acme/shop/issues', /Base/],
  ['deliveries, none so far', '/_sandbox/deliveries', /^200 /],
  ['nothing', '/acme/nowhere', /^404 /],
])('the page of %s', async (_name, path, expected) => {
  expect(await page(path)).toMatch(expected);
});

test('a pull request is blocked, queued and merged through its page', async () => {
  const { number } = [...github.state.pullRequests.values()][0] ?? { number: 0 };
  const path = `/acme/shop/pull/${number}`;
  const guard = { checks: [{ context: 'seaworthy/secrets', appId: 7 }], mergeQueue: true };
  github.protectBranch('acme/shop', 'main', guard);
  expect(await page(path)).toContain('Required status check &quot;seaworthy/secrets&quot; is failing.');
  expect((await submit(`${path}/enqueue`, {})).status).toBe(405);
  const pass = (head_sha: string) =>
    call(github, token, 'POST /repos/acme/shop/check-runs', {
      name: 'seaworthy/secrets',
      head_sha,
      conclusion: 'success',
    });
  await pass(github.state.pullRequest(github.repository('acme/shop').id, number)?.headSha ?? '');
  expect((await submit(`${path}/enqueue`, {})).status).toBe(303);
  expect(await page(path)).toContain('In the merge queue, 1 of 1');
  await pass([...github.state.queue.values()][0]?.groupSha ?? '');
  expect(await page(path)).toContain('>Merged<');
  github.unprotectBranch('acme/shop', 'main');
});

test('a deployment is started on its page, waits there, and has one of its own', async () => {
  github.createEnvironment('acme/shop', 'production', { protectedByApp: true });
  const fields = { environment: 'production', ref: 'main' };
  expect((await submit('/acme/shop/deployments', fields)).headers.get('location')).toBe('/acme/shop/deployments');
  expect(await page('/acme/shop/deployments')).toContain('has not answered yet');
  const [run] = [...github.state.workflowRuns.values()];
  expect(await page(`/acme/shop/actions/runs/${run?.id}`)).toContain(`id="run-${run?.id}"`);
});

test('who may not is told why', async () => {
  github.createUser('zoe');
  const { number } = await github.as('ada').createIssue('acme/shop', { title: 'Mine' });
  const fields = { title: 'Not mine', body: '' };
  const headers = { accept: 'text/html', origin: github.url, cookie: 'sandbox-user=zoe' };
  const address = `${github.url}/acme/shop/issues/${number}/edit`;
  const answer = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
    redirect: 'manual',
  });
  expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('triage')]);
});

test('a port that is taken is an error, and nothing is left behind', async () => {
  const port = Number(new URL(github.url).port);
  const options = { port, webhookSecret: 'x', app: { id: 8, slug: 'second', permissions: {}, events: [] } };
  await expect(startLocalGitHub(options)).rejects.toThrow('EADDRINUSE');
});
