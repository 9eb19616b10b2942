/** App JWTs and installation tokens: what is let in, and how far. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ApiRequest } from '../../src/sandbox/sandbox.js';
import { appJwt, call, installationToken, type Json, type Scene, startScene } from './support.js';

const asked: ApiRequest[] = [];
let scene: Scene;

beforeAll(async () => {
  scene = await startScene({
    validate: (request) => {
      asked.push(request);
      const writes = request.route === '/repos/{owner}/{repo}/issues' && request.method === 'POST';
      if (!writes || request.permissions?.issues === 'write') return null;
      const message = 'Resource not accessible by integration';
      return { status: 403, body: { message, documentation_url: 'https://docs.github.com/rest' } };
    },
  });
  await scene.sandbox.createRepository('acme', { name: 'other', private: true });
});

afterAll(() => scene.stop());

const now = () => Math.floor(scene.sandbox.clock.now().getTime() / 1000);

test('the App looks at itself under both prefixes', async () => {
  const jwt = appJwt(scene.sandbox);
  const expected = { id: 4711, slug: 'seaworthy', permissions: { checks: 'write' } };
  expect((await call(scene.sandbox, jwt, 'GET /app')).json).toMatchObject(expected);
  expect((await call(scene.sandbox, jwt, `GET ${scene.sandbox.url}/app`)).json).toMatchObject(expected);
});

const wrongJwts: [string, () => Json, RegExp][] = [
  ['expired', () => ({ exp: now() - 1 }), /must be a numeric value/],
  ['valid for more than ten minutes', () => ({ exp: now() + 3600 }), /too far in the future/],
  ['from the future', () => ({ iat: now() + 600 }), /'Issued at' claim/],
  ['of an unknown App', () => ({ iss: 1 }), /Integration not found/],
];

test.each(wrongJwts)('a JWT %s is refused', async (_name, change, message) => {
  const answer = await call(scene.sandbox, appJwt(scene.sandbox, change()), 'GET /app');
  expect([answer.status, answer.json.message]).toEqual([401, expect.stringMatching(message)]);
});

test('a JWT with a changed claim is refused', async () => {
  const [head, , signature] = appJwt(scene.sandbox).split('.');
  const [, claims] = appJwt(scene.sandbox, { iat: now() - 31 }).split('.');
  const answer = await call(scene.sandbox, [head, claims, signature].join('.'), 'GET /app');
  expect(answer.status).toBe(401);
});

test('a token has the shape of 2026 and lists what the installation sees', async () => {
  const token = await installationToken(scene);
  expect(token).toMatch(/^ghs_4711_[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(token.length).toBeGreaterThan(400);
  const { json } = await call(scene.sandbox, token, 'GET /installation/repositories');
  expect(json).toMatchObject({ total_count: 2, repositories: [{ name: 'shop' }, { name: 'other' }] });
});

test('a token narrowed to one repository sees no other', async () => {
  const token = await installationToken(scene, { repositories: ['shop'], permissions: { issues: 'read' } });
  expect((await call(scene.sandbox, token, 'GET /repos/acme/shop')).status).toBe(200);
  expect((await call(scene.sandbox, token, 'GET /repos/acme/other')).status).toBe(404);
});

test('the contract hears what a token may do, and its refusal is the answer', async () => {
  const token = await installationToken(scene, { permissions: { issues: 'read' } });
  asked.length = 0;
  const answer = await call(scene.sandbox, token, 'POST /repos/acme/shop/issues?x=1', { title: 'No' });
  expect(answer.status).toBe(403);
  expect(answer.json).toMatchObject({
    message: 'Resource not accessible by integration',
    documentation_url: expect.any(String),
  });
  expect(asked).toMatchObject([
    {
      method: 'POST',
      path: '/repos/acme/shop/issues',
      route: '/repos/{owner}/{repo}/issues',
      params: { owner: 'acme', repo: 'shop' },
      query: { x: '1' },
      body: { title: 'No' },
      caller: 'installation',
      permissions: { issues: 'read' },
      installation: { id: scene.installationId },
    },
  ]);
});

test.each([
  ['a permission that was not granted', { permissions: { repository_hooks: 'read' } }],
  ['a higher level than granted', { permissions: { contents: 'write' } }],
  ['a repository that is not there', { repositories: ['nowhere'] }],
])('no token for %s', async (_name, scope) => {
  const path = `POST /app/installations/${scene.installationId}/access_tokens`;
  expect((await call(scene.sandbox, appJwt(scene.sandbox), path, scope)).status).toBe(422);
});

test('a suspended installation gets no token, and those it has stop working', async () => {
  const token = await installationToken(scene);
  scene.sandbox.suspendInstallation(scene.installationId);
  const path = `POST /app/installations/${scene.installationId}/access_tokens`;
  expect((await call(scene.sandbox, appJwt(scene.sandbox), path)).status).toBe(403);
  expect((await call(scene.sandbox, token, 'GET /repos/acme/shop')).status).toBe(403);
  scene.sandbox.unsuspendInstallation(scene.installationId);
  expect((await call(scene.sandbox, token, 'GET /repos/acme/shop')).status).toBe(200);
});

test('an uninstalled App is gone: no installation, no token', async () => {
  scene.sandbox.createOrganization('brief');
  const { id } = scene.sandbox.installApp('brief');
  const token = await installationToken({ ...scene, installationId: id });
  scene.sandbox.uninstallApp(id);
  const path = `POST /app/installations/${id}/access_tokens`;
  expect((await call(scene.sandbox, appJwt(scene.sandbox), path)).status).toBe(404);
  expect((await call(scene.sandbox, token, 'GET /installation/repositories')).status).toBe(401);
  await scene.sandbox.webhooks.idle();
  expect(scene.hooks.of('installation.deleted').at(-1)?.payload).toMatchObject({ installation: { id } });
});

test('a token is no JWT and a JWT is no token', async () => {
  expect((await call(scene.sandbox, await installationToken(scene), 'GET /app')).status).toBe(401);
  expect((await call(scene.sandbox, appJwt(scene.sandbox), 'GET /repos/acme/shop')).status).toBe(401);
  expect((await call(scene.sandbox, 'nonsense', 'GET /repos/acme/shop')).status).toBe(401);
  expect((await call(scene.sandbox, null, 'GET /repos/acme/shop')).status).toBe(404);
});
