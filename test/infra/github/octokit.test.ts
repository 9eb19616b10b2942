/** Octokit as Probot hands it out with our class: exact requests, one token, no repeats, limits that block only their installation. */
import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import nock from 'nock';
import { Probot } from 'probot';
import { pino } from 'pino';
import { fixedClock } from '../../../src/core/clock.js';
import { connect } from '../../../src/infra/github/connect.js';
import { RateLimited, Transient } from '../../../src/infra/github/errors.js';
import { callOf, createOctokitClass } from '../../../src/infra/github/octokit.js';

const API = 'https://git.example.com/api/v3';
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const repo = { owner: 'octo', name: 'harbor' };
const START = new Date('2026-11-22T12:00:00Z');
const SECRET_BODY = 'a body that quotes a secret';
const tokenOf = (id: number) => ['ghs', String(id), 'a.b-c'].join('_');

let logged: string[];
let waits: number[];

beforeEach(() => {
  logged = [];
  waits = [];
});

// Jest shares Node's own modules between test files: what nock put into them must not stay.
afterAll(() => nock.restore());

afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
  expect(logged.join()).not.toContain(SECRET_BODY);
  expect(logged.join()).not.toMatch(/ghs_|Bearer/);
});

function start() {
  const clock = fixedClock(START);
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const Octokit = createOctokitClass({
    clock,
    log,
    sleep: async (ms) => {
      waits.push(ms);
    },
  });
  const probot = new Probot({ appId: 42, privateKey, Octokit, baseUrl: API, log });
  return { clock, ...connect((id) => probot.auth(id), clock) };
}

/** Token requests have to reach our host, with the App's own JWT. */
function grantToken(installation: number) {
  return nock(API, { reqheaders: { authorization: /^bearer ey/i, 'x-github-api-version': '2022-11-28' } })
    .post(`/app/installations/${installation}/access_tokens`)
    .reply(201, {
      token: tokenOf(installation),
      expires_at: new Date(Date.now() + 3_600_000).toISOString(),
      permissions: {},
      repository_selection: 'all',
    });
}

function api(installation: number) {
  return nock(API, {
    reqheaders: { authorization: `token ${tokenOf(installation)}`, 'x-github-api-version': '2022-11-28' },
  });
}

const rawIssue = (number: number, body: string | null = null) => ({
  id: 1000 + number,
  node_id: `I_${number}`,
  number,
  title: 'Security baseline',
  body,
  state: 'open',
  labels: [{ name: 'security-baseline' }],
  user: { id: 7, login: 'seaworthy[bot]', type: 'Bot' },
  performed_via_github_app: { id: 42 },
  html_url: `https://git.example.com/octo/harbor/issues/${number}`,
  created_at: '2026-11-22T10:00:00Z',
  updated_at: '2026-11-22T11:00:00Z',
});

test('the token is fetched once for many requests, and an issue is ours in every field', async () => {
  const { of } = start();
  grantToken(1);
  api(1).get('/repos/octo/harbor/issues/3').twice().reply(200, rawIssue(3));
  const { issues } = await of(1);
  await issues.get(repo, 3);
  expect(await (await of(1)).issues.get(repo, 3)).toEqual({
    id: 1003,
    nodeId: 'I_3',
    number: 3,
    title: 'Security baseline',
    body: '',
    state: 'open',
    labels: ['security-baseline'],
    author: { id: 7, login: 'seaworthy[bot]', type: 'Bot' },
    appId: 42,
    isPullRequest: false,
    url: 'https://git.example.com/octo/harbor/issues/3',
    createdAt: new Date('2026-11-22T10:00:00Z'),
    updatedAt: new Date('2026-11-22T11:00:00Z'),
  });
});

test('the body of a new issue is sent exactly, and a failed creation is not repeated', async () => {
  const { of } = start();
  grantToken(1);
  const issue = { title: 'Security baseline', body: SECRET_BODY, labels: ['security-baseline'] };
  const sent: unknown[] = [];
  api(1)
    .post('/repos/octo/harbor/issues', (body) => sent.push(body) > 0)
    .reply(502, 'bad gateway');
  const error = await (await of(1)).issues.create(repo, issue).catch((thrown: unknown) => thrown);
  expect(sent).toEqual([issue]);
  expect(error).toBeInstanceOf(Transient);
  expect(error).toMatchObject({ ambiguous: true, status: 502, route: '/repos/{owner}/{repo}/issues' });
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(SECRET_BODY);
});

test('pages are followed to the end, and pull requests are no issues', async () => {
  const { of } = start();
  grantToken(1);
  const query = { state: 'all', sort: 'created', direction: 'asc', per_page: '100', labels: 'security-baseline' };
  const next = `<${API}/repositories/9/issues?page=2>; rel="next"`;
  api(1)
    .get('/repos/octo/harbor/issues')
    .query(query)
    .reply(200, [rawIssue(1)], { link: next });
  api(1)
    .get('/repositories/9/issues')
    .query({ page: '2' })
    .reply(200, [{ ...rawIssue(2), pull_request: {} }, rawIssue(3)]);
  const numbers: number[] = [];
  for await (const { number } of (await of(1)).issues.list(repo, { label: 'security-baseline' })) numbers.push(number);
  expect(numbers).toEqual([1, 3]);
});

test('a limit is thrown at once with its time, and holds until then for its installation only', async () => {
  const { of, clock } = start();
  grantToken(1);
  grantToken(2);
  api(1).get('/repos/octo/harbor/issues/1').reply(403, { message: 'secondary rate limit' }, { 'retry-after': '90' });
  api(2).get('/repos/octo/harbor/issues/1').reply(200, rawIssue(1));
  const [first, second] = [await of(1), await of(2)];
  const until = new Date(START.getTime() + 90_000);
  await expect(first.issues.get(repo, 1)).rejects.toMatchObject({ name: 'RateLimited', until, limit: 'secondary' });
  await expect(first.issues.get(repo, 1)).rejects.toMatchObject({ name: 'RateLimited', until, limit: 'pacing' });
  await expect(second.issues.get(repo, 1)).resolves.toMatchObject({ number: 1 });
  clock.set(until);
  api(1).get('/repos/octo/harbor/issues/1').reply(200, rawIssue(1));
  await expect((await of(1)).issues.get(repo, 1)).resolves.toMatchObject({ number: 1 });
});

test('a reaction, a reply and a check leave without waiting; a flood is held back and then refused', async () => {
  const { of } = start();
  grantToken(1);
  api(1).post('/repos/octo/harbor/issues/comments/5/reactions', { content: 'eyes' }).reply(201, {});
  api(1).post('/repos/octo/harbor/issues/1/comments', { body: 'hello' }).times(22).reply(201, rawIssue(1));
  const { comments } = await of(1);
  await comments.react(repo, 5, 'eyes');
  await comments.create(repo, 1, 'hello');
  expect(waits).toEqual([]);
  for (let index = 0; index < 21; index++) await comments.create(repo, 1, 'hello');
  expect(waits).toEqual([1000, 2000]);
  await expect(comments.create(repo, 1, 'hello')).rejects.toBeInstanceOf(RateLimited);
});

test('the files of a commit come from one request, and a further page is told', async () => {
  const { of } = start();
  grantToken(1);
  const sha = 'a'.repeat(40);
  const file = { filename: 'a.txt', status: 'modified', sha: 'b'.repeat(40), additions: 1, patch: '@@ -0,0 +1 @@\n+x' };
  api(1)
    .get(`/repos/octo/harbor/commits/${sha}`)
    .reply(
      200,
      {
        sha,
        parents: [],
        commit: { message: 'm', committer: { date: START.toISOString() } },
        author: null,
        files: [file],
      },
      { link: `<${API}/x?page=2>; rel="next"` },
    );
  expect(await (await of(1)).commits.get(repo, sha, { filePages: 1 })).toMatchObject({
    sha,
    files: [{ path: 'a.txt', blobSha: 'b'.repeat(40), additions: 1, patch: '@@ -0,0 +1 @@\n+x' }],
    hasAllFiles: false,
  });
});

test.each([
  ['binary', Buffer.from([0, 255, 254, 128])],
  ['Latin-1', Buffer.from('caf\xe9', 'latin1')],
  ['empty', Buffer.alloc(0)],
])('a %s blob arrives byte for byte', async (_name, bytes) => {
  const { of } = start();
  grantToken(1);
  api(1)
    .get('/repos/octo/harbor/git/blobs/abc')
    .matchHeader('accept', 'application/vnd.github.raw+json')
    .reply(200, bytes, { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' });
  expect(Buffer.from(await (await of(1)).commits.blob(repo, 'abc', 100))).toEqual(bytes);
});

test('a blob over the limit is refused, not cut', async () => {
  const { of } = start();
  grantToken(1);
  api(1).get('/repos/octo/harbor/git/blobs/abc').reply(200, Buffer.alloc(101));
  await expect((await of(1)).commits.blob(repo, 'abc', 100)).rejects.toMatchObject({ name: 'TooLarge' });
});

test('the history of a body is asked through GraphQL; its limit is a limit', async () => {
  const { of } = start();
  grantToken(1);
  const graphql = nock('https://git.example.com')
    .post('/api/graphql', (body) => body.variables.id === 'I_1')
    .times(2);
  graphql.reply(200, {
    data: {
      node: { userContentEdits: { nodes: [{ editor: null, editedAt: START.toISOString(), diff: 'was' }, null] } },
    },
  });
  const { history } = await of(1);
  expect(await history.edits('I_1', 10)).toEqual([{ editor: null, editedAt: START, body: 'was' }]);
  await history.edits('I_1', 10);
  nock('https://git.example.com')
    .post('/api/graphql')
    .reply(200, { data: null, errors: [{ type: 'RATE_LIMITED', message: SECRET_BODY }] });
  await expect(history.edits('I_1', 10)).rejects.toBeInstanceOf(RateLimited);
});

test('deliveries are asked with the key of the App; a git token reads one repository only', async () => {
  const { app } = start();
  const asApp = () => nock(API, { reqheaders: { authorization: /^bearer ey/i } });
  asApp()
    .get('/app/hook/deliveries')
    .query({ per_page: '100' })
    .reply(
      200,
      [
        {
          id: 1,
          guid: 'g',
          delivered_at: START.toISOString(),
          redelivery: false,
          status: 'OK',
          status_code: 202,
          event: 'push',
          action: null,
          installation_id: 1,
          repository_id: 2,
        },
      ],
      { link: `<${API}/app/hook/deliveries?per_page=100&cursor=v1_1>; rel="next"` },
    );
  asApp().get('/app/hook/deliveries').query({ per_page: '100', cursor: 'v1_1' }).reply(200, []);
  asApp()
    .post('/app/installations/1/access_tokens', { repository_ids: [9], permissions: { contents: 'read' } })
    .reply(201, { token: tokenOf(1) });
  const gateway = await app();
  const { deliveries, next } = await gateway.deliveries(null);
  expect(deliveries).toEqual([
    {
      id: 1,
      guid: 'g',
      deliveredAt: START,
      isRedelivery: false,
      isOk: true,
      statusCode: 202,
      event: 'push',
      action: null,
      installationId: 1,
      repositoryId: 2,
    },
  ]);
  expect(next).toBe('v1_1');
  expect(await gateway.deliveries('v1_1')).toEqual({ deliveries: [], next: null });
  expect(await gateway.gitToken(1, 9)).toBe(tokenOf(1));
});

test('a refreshed token is used from then on, by clients handed out before too', async () => {
  const { app, of } = start();
  grantToken(1);
  api(1).get('/repos/octo/harbor/issues/1').reply(200, rawIssue(1));
  const { issues } = await of(1);
  await issues.get(repo, 1);
  const fresh = tokenOf(99);
  nock(API, { reqheaders: { authorization: /^bearer ey/i } })
    .post('/app/installations/1/access_tokens')
    .reply(201, {
      token: fresh,
      expires_at: new Date(Date.now() + 3_600_000).toISOString(),
      permissions: {},
      repository_selection: 'all',
    });
  await (await app()).refreshToken(1);
  nock(API, { reqheaders: { authorization: `token ${fresh}` } })
    .get('/repos/octo/harbor/issues/1')
    .reply(200, rawIssue(1));
  await issues.get(repo, 1);
});

test.each<[string, number, string, object]>([
  ['deleted', 404, 'Not Found', { name: 'Unauthorized' }],
  ['suspended', 403, 'This installation has been suspended', { name: 'Forbidden', reason: 'suspended' }],
  ['not to be asked now', 502, '', { name: 'Transient', ambiguous: false }],
])('an installation that is %s is told apart from what was asked for', async (_name, status, message, error) => {
  const { of } = start();
  nock(API).post('/app/installations/1/access_tokens').reply(status, { message });
  await expect((await of(1)).comments.create(repo, 1, 'hello')).rejects.toMatchObject(error);
});

test('a repository that was renamed is found again, with the same method and body', async () => {
  const { of } = start();
  grantToken(1);
  api(1)
    .patch('/repos/octo/harbor/issues/1', { state: 'closed' })
    .reply(301, '', { location: `${API}/repositories/9/issues/1` });
  api(1).patch('/repositories/9/issues/1', { state: 'closed' }).reply(200, rawIssue(1));
  expect(await (await of(1)).issues.update(repo, 1, { state: 'closed' })).toMatchObject({ number: 1 });
});

test('a redirect to another host is not followed', async () => {
  const { of } = start();
  grantToken(1);
  api(1).get('/repos/octo/harbor/issues/1').reply(302, '', { location: 'https://evil.example/' });
  await expect((await of(1)).issues.get(repo, 1)).rejects.toBeInstanceOf(Transient);
});

test('the end of something we use is said once', async () => {
  const { of } = start();
  grantToken(1);
  api(1)
    .get('/repos/octo/harbor/issues/1')
    .twice()
    .reply(200, rawIssue(1), { sunset: 'Sat, 01 Jan 2028 00:00:00 GMT', deprecation: '@1' });
  const { issues } = await of(1);
  await issues.get(repo, 1);
  await issues.get(repo, 1);
  expect(logged.filter((line) => /retiring|deprecat/.test(line))).toHaveLength(1);
});

test.each([
  ['https://api.github.com/repositories/1/issues?page=2&token=x#y', '/repositories/1/issues'],
  ['/repos/{owner}/{repo}', '/repos/{owner}/{repo}'],
  ['http://127.0.0.1:3000', '/'],
])('%s is logged as %s', (url, route) => {
  expect(callOf('GET', url).route).toBe(route);
});
