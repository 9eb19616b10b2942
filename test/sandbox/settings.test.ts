/** Settings as administrators and trusted Apps see them, and as the verifiers do: right, changed, and right again. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Forbidden, NotFound } from '../../src/infra/github/errors.js';
import type { Reader } from '../../src/infra/github/reader.js';
import { ORIGIN, sayOf } from '../support/api-answers.js';
import { APP, call, installationToken, type Scene, startScene } from './support.js';

const permissions = Object.fromEntries(Object.keys(ORIGIN.permissions ?? {}).map((key) => [key, 'read' as const]));
let scene: Scene;
let token: string;

beforeAll(async () => {
  const events = ['security_and_analysis'];
  scene = await startScene({ app: { ...APP, permissions: { ...APP.permissions, ...permissions }, events } });
  token = await installationToken(scene);
});

afterAll(() => scene.stop());

const api = (route: string, as = token) => call(scene.sandbox, as, route);

/** GitHub's own shapes on the wire, in place of answers that were written down. */
const reader: Reader = {
  get: async (route, parameters) => {
    const { status, json } = await ask(route, parameters);
    return { value: status === 404 ? null : json, isUnchanged: false };
  },
  list: async (route, parameters) => {
    const { status, json } = await ask(route, { per_page: 100, ...parameters });
    if (status === 404) throw new NotFound('not found', { method: 'GET', route });
    return { values: json as unknown as unknown[], isWhole: true };
  },
  graphql: () => Promise.reject(new Error('nothing asks GraphQL here')),
};

async function ask(route: string, parameters: Readonly<Record<string, string | number>>) {
  const inPath = new Set([...route.matchAll(/\{(\w+)\}/g)].map(([, key]) => key));
  const path = route.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(parameters[key])));
  const query = Object.entries(parameters).filter(([key]) => !inPath.has(key));
  const answer = await api(`GET ${path}?${query.map(([key, value]) => `${key}=${value}`).join('&')}`);
  const isMissing = /not accessible/.test(answer.text);
  if (answer.status === 403) {
    throw new Forbidden('forbidden', { method: 'GET', route }, {}, isMissing ? 'permission' : 'other');
  }
  expect([200, 404]).toContain(answer.status);
  return answer;
}

const say = (name: string) => sayOf(name, {}, { api: reader });

test('an item is met, regresses with the rule, and is met again', async () => {
  const guard = { approvals: 1, dismissStaleApprovals: true };
  scene.sandbox.protectBranch('acme/shop', 'main', guard);
  await expect(say('is-default-branch-protected')).resolves.toMatch(/^met: /);
  scene.sandbox.unprotectBranch('acme/shop', 'main');
  await expect(say('is-default-branch-protected')).resolves.toMatch(/^unmet: /);
  scene.sandbox.createRuleset('acme', { name: 'everywhere', ...guard });
  await expect(say('is-default-branch-protected')).resolves.toMatch(/^met: /);
  await expect(say('are-reviews-required')).resolves.toMatch(/^met: /);
  await expect(say('are-admins-included')).resolves.toMatch(/^unknown: /);
});

test.each([
  ['is-secret-scanning-on', { secretScanning: true }, { secretScanning: false }, /^unmet: /],
  ['is-push-protection-on', { pushProtection: true }, { pushProtection: false }, /^unmet: /],
  ['are-secret-alerts-settled', { secretScanning: true }, { secretScanning: false }, /^unknown: /],
  ['are-vulnerability-alerts-on', { vulnerabilityAlerts: true }, { vulnerabilityAlerts: false }, /^unmet: /],
  ['is-workflow-token-read-only', { workflowToken: 'read' }, { workflowToken: 'write' }, /^unmet: /],
  ['are-actions-selected', { allowedActions: 'selected' }, { allowedActions: 'all' }, /^unmet: /],
  ['are-deploy-keys-read-only', { deployKeys: [] }, { deployKeys: [{ title: 'ci', readOnly: false }] }, /^unmet: /],
  [
    'are-webhooks-secured',
    { hooks: [{ url: 'https://ci.example.com', hasSecret: true, insecureSsl: false }] },
    { hooks: [{ url: 'https://ci.example.com', hasSecret: true, insecureSsl: true }] },
    /^unmet: /,
  ],
] as const)('%s: met with %j, not with %j', async (name, good, bad, says) => {
  scene.sandbox.changeSettings('acme/shop', good);
  await expect(say(name)).resolves.toMatch(/^met: /);
  scene.sandbox.changeSettings('acme/shop', bad);
  await expect(say(name)).resolves.toMatch(says);
});

test('people and the organisation', async () => {
  await expect(say('are-admins-few')).resolves.toMatch(/^met: 1 person/);
  await expect(say('is-access-by-teams')).resolves.toMatch(/^met: /);
  scene.sandbox.addMember('acme', 'ada');
  await expect(say('is-access-by-teams')).resolves.toMatch(/^unmet: .*ada/);
  await expect(say('is-2fa-required')).resolves.toMatch(/^unmet: /);
  await expect(say('base-permission-read-or-none')).resolves.toMatch(/^met: /);
});

test('a change of security features is announced, another one is not', async () => {
  scene.hooks.received.length = 0;
  scene.sandbox.changeSettings('acme/shop', { securityUpdates: true });
  scene.sandbox.changeSettings('acme/shop', { securityUpdates: true, workflowsApprove: true });
  await scene.sandbox.webhooks.idle();
  expect(scene.hooks.of('security_and_analysis').map(({ payload }) => payload.changes)).toEqual([
    {
      from: { security_and_analysis: expect.objectContaining({ dependabot_security_updates: { status: 'disabled' } }) },
    },
  ]);
});

test('who may not administer sees none of it', async () => {
  const narrow = await installationToken(scene, { permissions: { contents: 'read', metadata: 'read' } });
  const ada = scene.sandbox.userToken('ada');
  expect((await api('GET /repos/acme/shop/keys', narrow)).status).toBe(403);
  expect((await api('GET /repos/acme/shop/keys', ada)).status).toBe(404);
  for (const as of [narrow, ada]) {
    expect((await api('GET /repos/acme/shop', as)).json).not.toHaveProperty('security_and_analysis');
    expect((await api('GET /orgs/acme', as)).json).not.toHaveProperty('two_factor_requirement_enabled');
  }
});
