/** Issues, comments, labels and reactions over the API, and by people. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { call, installationToken, type Scene, startScene } from './support.js';

let scene: Scene;
let token: string;

beforeAll(async () => {
  scene = await startScene();
  token = await installationToken(scene);
});

afterAll(() => scene.stop());

beforeEach(async () => {
  await scene.sandbox.webhooks.idle();
  scene.hooks.received.length = 0;
});

const api = (route: string, body?: unknown) => call(scene.sandbox, token, route, body);

test('the App opens an issue; its label is made on the fly; the webhook comes back as from a bot', async () => {
  const answer = await api('POST /repos/acme/shop/issues', {
    title: 'Base',
    body: 'Hi',
    labels: ['security-baseline'],
  });
  expect(answer.status).toBe(201);
  expect(answer.json).toMatchObject({
    number: 1,
    user: { login: 'seaworthy[bot]', type: 'Bot' },
    performed_via_github_app: { id: 4711 },
    labels: [{ name: 'security-baseline' }],
  });
  await scene.sandbox.webhooks.idle();
  expect(scene.hooks.received.map(({ event, action }) => `${event}.${action}`)).toEqual([
    'label.created',
    'issues.opened',
    'issues.labeled',
  ]);
  expect(scene.hooks.of('issues.opened')[0]?.payload).toMatchObject({
    sender: { type: 'Bot' },
    issue: { performed_via_github_app: { slug: 'seaworthy' } },
  });
});

test('a click on a box: the webhook has the whole former body, the history every version', async () => {
  const body = '- [ ] one <!-- seaworthy:item=one -->\r\n- [ ] two <!-- seaworthy:item=two -->\r\n';
  const { number } = await scene.sandbox.as('ada').createIssue('acme/shop', { title: 'Boxes', body });
  const ticked = await scene.sandbox.as('ada').tick('acme/shop', number, 'item=two');
  expect(ticked.body).toBe(body.replace('[ ] two', '[x] two'));
  await scene.sandbox.webhooks.idle();
  expect(scene.hooks.of('issues.edited')[0]?.payload).toMatchObject({
    changes: { body: { from: body } },
    issue: { body: ticked.body },
    sender: { login: 'ada', type: 'User' },
  });
  const query = 'query($owner:String!,$name:String!,$number:Int!){repository{issue{userContentEdits{nodes{diff}}}}}';
  const variables = { owner: 'acme', name: 'shop', number };
  const { json } = await api(`POST ${scene.sandbox.url}/api/graphql`, { query, variables });
  expect(json).toMatchObject({
    data: {
      repository: {
        issue: { userContentEdits: { nodes: [{ diff: ticked.body, editor: { login: 'ada' } }, { diff: body }] } },
      },
    },
  });
});

test('an edit that changes nothing sends nothing', async () => {
  const { json } = await api('POST /repos/acme/shop/issues', { title: 'Still', body: 'same' });
  await scene.sandbox.webhooks.idle();
  scene.hooks.received.length = 0;
  expect((await api(`PATCH /repos/acme/shop/issues/${json.number}`, { body: 'same' })).status).toBe(200);
  await scene.sandbox.webhooks.idle();
  expect(scene.hooks.received).toEqual([]);
});

test.each([
  ['a body of 65,536 characters', { title: 'x', body: 'é'.repeat(65_536) }, 201],
  ['a body of one more', { title: 'x', body: 'a'.repeat(65_537) }, 422],
  ['no title', { body: 'x' }, 422],
  ['a title of 257 characters', { title: 'x'.repeat(257) }, 422],
  ['a title that is no text', { title: 7 }, 422],
])('opening an issue with %s', async (_name, body, status) => {
  const answer = await api('POST /repos/acme/shop/issues', body);
  expect(answer.status).toBe(status);
  if (status === 422)
    expect(answer.json).toMatchObject({ message: 'Validation Failed', errors: [{ resource: 'Issue' }] });
});

test('body that is no JSON', async () => {
  const answer = await api('POST /repos/acme/shop/issues', '{"title":');
  expect([answer.status, answer.json.message]).toEqual([400, 'Problems parsing JSON']);
});

test('issues are off in forks', async () => {
  await scene.sandbox.createRepository('acme', { name: 'shop-fork', fork: 'acme/shop' });
  const answer = await api('POST /repos/acme/shop-fork/issues', { title: 'x' });
  expect([answer.status, answer.json.message]).toEqual([410, 'Issues are disabled for this repo']);
});

test('no conditional writes, as GitHub has none', async () => {
  const answer = await call(
    scene.sandbox,
    token,
    'PATCH /repos/acme/shop/issues/1',
    { body: 'x' },
    { 'if-match': '"a"' },
  );
  expect(answer.status).toBe(400);
});

test('comments and reactions: a second same reaction is the first', async () => {
  const comment = await scene.sandbox.as('ada').comment('acme/shop', 1, '/baseline help');
  const path = `/repos/acme/shop/issues/comments/${comment.id}/reactions`;
  expect((await api(`POST ${path}`, { content: 'eyes' })).status).toBe(201);
  expect((await api(`POST ${path}`, { content: 'eyes' })).status).toBe(200);
  expect((await api(`POST ${path}`, { content: 'nod' })).status).toBe(422);
  expect((await api(`GET ${path}`)).json).toHaveLength(1);
  const reply = await api('POST /repos/acme/shop/issues/1/comments', { body: 'Here is help' });
  await api(`PATCH /repos/acme/shop/issues/comments/${reply.json.id}`, { body: 'Better help' });
  await scene.sandbox.webhooks.idle();
  expect(scene.hooks.of('issue_comment').map(({ payload }) => payload.action)).toEqual([
    'created',
    'created',
    'edited',
  ]);
  expect(scene.hooks.of('issue_comment.edited')[0]?.payload).toMatchObject({
    changes: { body: { from: 'Here is help' } },
    comment: { performed_via_github_app: { id: 4711 } },
  });
});

test('lists: filtered by creator and label, in pages', async () => {
  const path = '/repos/acme/shop/issues';
  for (let n = 0; n < 5; n += 1) await scene.sandbox.as('ada').createIssue('acme/shop', { title: `Ada's ${n}` });
  const own = await api(`GET ${path}?creator=seaworthy[bot]&labels=security-baseline&state=all`);
  expect(own.json).toMatchObject([{ number: 1 }]);
  const first = await api(`GET ${path}?creator=ada&per_page=4`);
  const next = /<(?<url>[^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.groups?.url ?? '';
  const second = await api(`GET ${next}`);
  expect([first.json.length, second.json.length]).toEqual([4, 2]);
  expect(second.headers.get('link')).not.toContain('rel="next"');
});

test('a reader may not tick what somebody else opened, a triager may', async () => {
  const { number } = await scene.sandbox.as('ada').createIssue('acme/shop', { title: 'T', body: '- [ ] a' });
  scene.sandbox.addCollaborator('acme/shop', 'rita', 'read');
  await expect(scene.sandbox.as('rita').tick('acme/shop', number, 'a')).rejects.toMatchObject({ status: 403 });
  scene.sandbox.addCollaborator('acme/shop', 'rita', 'triage');
  await expect(scene.sandbox.as('rita').tick('acme/shop', number, 'a')).resolves.toMatchObject({ body: '- [x] a' });
});

test('at most three issues are pinned', async () => {
  const query = 'mutation($issueId:ID!){pinIssue(input:{issueId:$issueId}){issue{id}}}';
  const answers = [];
  for (let n = 0; n < 4; n += 1) {
    const { json } = await api('POST /repos/acme/shop/issues', { title: `Pin ${n}` });
    answers.push(await api(`POST ${scene.sandbox.url}/graphql`, { query, variables: { issueId: json.node_id } }));
  }
  expect(answers.map(({ json }) => json.errors === undefined)).toEqual([true, true, true, false]);
});

test('in an archived repository nothing is written', async () => {
  await scene.sandbox.createRepository('acme', { name: 'old' });
  await scene.sandbox.as('olive').archiveRepository('acme/old');
  expect((await api('POST /repos/acme/old/issues', { title: 'x' })).status).toBe(403);
});
