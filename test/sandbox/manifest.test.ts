/** The manifest flow, and Probot's own client against the sandbox. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Probot } from 'probot';
import { call, type Scene, startScene } from './support.js';

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
});

afterAll(() => scene.stop());

const manifest = {
  name: 'Sea <Worthy>',
  url: 'https://example.com',
  redirect_url: 'http://127.0.0.1:1/done?from=setup',
  hook_attributes: { url: 'http://127.0.0.1:1/api/github/webhooks' },
  default_permissions: { issues: 'write' },
  default_events: ['issues'],
};

function submit(path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(`${scene.sandbox.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
}

test('shown, confirmed, converted once', async () => {
  const path = '/organizations/acme/settings/apps';
  const shown = await submit(`${path}/new?state=s%26t`, { manifest: JSON.stringify(manifest) });
  const page = await shown.text();
  expect(page).toContain('Sea &lt;Worthy&gt;');
  expect(scene.sandbox.state.apps.size).toBe(1);
  const action = /action="(?<url>[^"]+)"/.exec(page)?.groups?.url?.replaceAll('&amp;', '&') ?? '';
  const created = await submit(action, { manifest: JSON.stringify(manifest) });
  const target = new URL(created.headers.get('location') ?? '');
  expect([created.status, target.origin, target.searchParams.get('state'), target.searchParams.get('from')]).toEqual([
    302,
    'http://127.0.0.1:1',
    's&t',
    'setup',
  ]);
  const conversion = `POST /app-manifests/${target.searchParams.get('code')}/conversions`;
  const { json, status } = await call(scene.sandbox, null, conversion);
  expect(status).toBe(201);
  expect(json).toMatchObject({
    slug: 'sea-worthy',
    owner: { login: 'acme' },
    pem: expect.stringContaining('PRIVATE KEY'),
    webhook_secret: expect.any(String),
    client_id: expect.any(String),
    permissions: { issues: 'write', metadata: 'read' },
  });
  expect((await call(scene.sandbox, null, conversion)).status).toBe(404);
});

test.each([
  ['no JSON', '{'],
  ['no name', JSON.stringify({ ...manifest, name: '' })],
  ['a redirect that is no web address', JSON.stringify({ ...manifest, redirect_url: 'javascript:alert(1)' })],
])('a manifest with %s is refused', async (_name, text) => {
  expect((await submit('/settings/apps/new', { manifest: text })).status).toBe(422);
});

test('the entry page changes nothing and leads on', async () => {
  const answer = await fetch(`${scene.sandbox.url}/settings/apps/new`, { headers: { accept: 'text/html' } });
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('name="manifest"')]);
});

test('Probot signs in, takes a token and writes', async () => {
  const { appId, privateKeyPem, url } = scene.sandbox;
  const probot = new Probot({ appId, privateKey: privateKeyPem, baseUrl: `${url}/api/v3`, logLevel: 'fatal' });
  const octokit = await probot.auth(scene.installationId);
  const target = { owner: 'acme', repo: 'shop' };
  const { data } = await octokit.rest.issues.create({ ...target, title: 'From Probot' });
  expect(data.user?.login).toBe('seaworthy[bot]');
  const all = await octokit.paginate(octokit.rest.issues.listForRepo, { ...target, per_page: 1 });
  expect(all.map(({ title }) => title)).toEqual(['From Probot']);
});
