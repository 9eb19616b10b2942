/** Signing in with an App: the pages, the trade of the code, what the token shows, and its end. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { appJwt, call, installationToken, type Json, type Scene, startScene } from './support.js';

const CALLBACK = 'http://127.0.0.1:1/login/callback';
const VERIFIER = 'v'.repeat(43);
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
  const { sandbox } = scene;
  sandbox.setCallbackUrl(CALLBACK);
  await sandbox.createRepository('acme', { name: 'site' });
  sandbox.createUser('stranger');
  sandbox.addCollaborator('acme/site', 'rita', 'read');
});

afterAll(() => scene.stop());

const queryOf = (change: Record<string, string> = {}) =>
  new URLSearchParams({
    client_id: scene.sandbox.app.clientId,
    redirect_uri: CALLBACK,
    state: 's&t',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    ...change,
  });

async function press(fields: Record<string, string>, change: Record<string, string> = {}): Promise<URL> {
  const response = await fetch(`${scene.sandbox.url}/login/oauth/authorize?${queryOf(change)}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  return new URL(response.headers.get('location') ?? '', scene.sandbox.url);
}

async function trade(change: Json): Promise<Json> {
  const { clientId, clientSecret } = scene.sandbox.app;
  const response = await fetch(`${scene.sandbox.url}/login/oauth/access_token`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uri: CALLBACK,
      code_verifier: VERIFIER,
      ...change,
    }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Json;
}

const codeOf = async (login: string) => (await press({ login })).searchParams.get('code');

test('a person chooses who they are, and comes back with a code that works once', async () => {
  const page = await fetch(`${scene.sandbox.url}/login/oauth/authorize?${queryOf({ login: 'ada' })}`);
  expect(await page.text()).toMatch(/value="ada" required checked/);
  const back = await press({ login: 'ada' });
  expect([back.origin + back.pathname, back.searchParams.get('state')]).toEqual([CALLBACK, 's&t']);
  const code = back.searchParams.get('code');
  expect(await trade({ code })).toMatchObject({
    access_token: expect.stringMatching(/^ghu_\w{36}$/),
    expires_in: 28_800,
    token_type: 'bearer',
  });
  expect(await trade({ code })).toMatchObject({ error: 'bad_verification_code' });
});

test('who cancels comes back without a code', async () => {
  const back = await press({ cancel: '1' });
  expect([back.searchParams.get('error'), back.searchParams.get('code')]).toEqual(['access_denied', null]);
});

test.each([
  ['a client secret that is not the App’s', { client_secret: 'x' }, 'incorrect_client_credentials'],
  ['another verifier than the challenge was made of', { code_verifier: 'w'.repeat(43) }, 'bad_verification_code'],
  ['no verifier', { code_verifier: undefined }, 'bad_verification_code'],
  ['a code that was never given', { code: 'nonsense' }, 'bad_verification_code'],
  ['another address', { redirect_uri: 'http://127.0.0.1:2/' }, 'redirect_uri_mismatch'],
])('%s gets an error with status 200', async (_name, change, error) => {
  const code = await codeOf('ada');
  expect(await trade({ code, ...change })).toMatchObject({ error, error_description: expect.any(String) });
});

test.each([
  ['an unknown App', { client_id: 'Iv23nobody' }],
  ['an address that is none of the App’s', { redirect_uri: 'http://127.0.0.1:2/evil' }],
  ['a plain challenge', { code_challenge_method: 'plain' }],
])('%s shows no button', async (_name, change) => {
  const response = await fetch(`${scene.sandbox.url}/login/oauth/authorize?${queryOf(change)}`);
  expect([response.status, (await response.text()).includes('<form')]).toEqual([404, false]);
});

test.each([
  ['a collaborator sees what they were given', 'ada', [['shop', 'push']]],
  ['who may read one repository sees it', 'rita', [['site', 'pull']]],
  [
    'an owner sees all',
    'olive',
    [
      ['shop', 'admin'],
      ['site', 'admin'],
    ],
  ],
  ['that everybody may read a repository shows nobody the installation', 'stranger', null],
])('%s', async (_name, login, expected) => {
  const token = scene.sandbox.signIn(login);
  const { json } = await call(scene.sandbox, token, 'GET /user/installations');
  const [installation] = json.installations as Json[];
  expect(installation?.id).toBe(expected === null ? undefined : scene.installationId);
  const listed = await call(scene.sandbox, token, `GET /user/installations/${scene.installationId}/repositories`);
  expect(listed.status).toBe(expected === null ? 404 : 200);
  const repositories = (listed.json.repositories ?? []) as { name: string; permissions: Record<string, boolean> }[];
  const highest = (permissions: Record<string, boolean>) => Object.entries(permissions).find(([, may]) => may)?.[0];
  expect(repositories.map(({ name, permissions }) => [name, highest(permissions)])).toEqual(expected ?? []);
});

test('membership tells an owner from everybody else', async () => {
  const role = async (login: string) =>
    (await call(scene.sandbox, scene.sandbox.signIn(login), 'GET /user/memberships/orgs/acme')).json.role;
  expect([await role('olive'), await role('ada')]).toEqual(['admin', undefined]);
});

test.each([
  ['an installation token', 403, () => installationToken(scene)],
  ['the App itself', 401, async () => appJwt(scene.sandbox)],
  ['nobody', 401, async () => null],
])('%s is no person', async (_name, status, tokenOf) => {
  expect((await call(scene.sandbox, await tokenOf(), 'GET /user')).status).toBe(status);
});

test('a personal token has no installations', async () => {
  const token = scene.sandbox.userToken('ada');
  expect((await call(scene.sandbox, token, 'GET /user')).json).toMatchObject({ login: 'ada' });
  expect((await call(scene.sandbox, token, 'GET /user/installations')).status).toBe(403);
});

test('what is withdrawn stops at once, and the App hears of it', async () => {
  const token = scene.sandbox.signIn('rita');
  expect((await call(scene.sandbox, token, 'GET /user')).status).toBe(200);
  scene.sandbox.withdrawAuthorization('rita');
  expect((await call(scene.sandbox, token, 'GET /user')).status).toBe(401);
  await scene.sandbox.webhooks.idle();
  const [hook] = scene.hooks.of('github_app_authorization.revoked');
  expect([hook?.payload.sender, hook?.payload.installation]).toMatchObject([{ login: 'rita' }, undefined]);
});
