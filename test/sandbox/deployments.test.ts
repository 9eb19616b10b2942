/** Deployments that wait for the App: what it hears, what it may answer, what becomes of the run. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { call, installationToken, type Json, type Scene, startScene } from './support.js';

let scene: Scene;
let token: string;

beforeAll(async () => {
  scene = await startScene();
  token = await installationToken(scene);
  scene.sandbox.createEnvironment('acme/shop', 'production', { protectedByApp: true });
});

afterAll(() => scene.stop());

const RUNS = '/repos/acme/shop/actions/runs';
const api = (route: string, body?: unknown) => call(scene.sandbox, token, route, body);
const deploy = (environment = 'production') => scene.sandbox.as('ada').deploy('acme/shop', { environment });
const answer = (run: { id: number }, body: Json) =>
  api(`POST ${RUNS}/${run.id}/deployment_protection_rule`, { environment_name: 'production', ...body });
const statusOf = async ({ id }: { id: number }) => {
  const { json } = await api(`GET ${RUNS}/${id}`);
  return [json.status, json.conclusion];
};

test('a deployment waits, the App hears of it, and approves', async () => {
  const { deployment, run } = await deploy();
  await scene.sandbox.webhooks.idle();
  expect(scene.hooks.of('deployment_protection_rule.requested').at(-1)?.payload).toMatchObject({
    environment: 'production',
    event: 'workflow_dispatch',
    deployment_callback_url: `${scene.sandbox.url}/api/v3${RUNS}/${run.id}/deployment_protection_rule`,
    deployment: { id: deployment.id, ref: 'main', sha: deployment.sha, environment: 'production' },
    pull_requests: [],
    repository: { full_name: 'acme/shop' },
    installation: { id: scene.installationId },
    sender: { login: 'ada' },
  });
  const waiting = await api(`GET ${RUNS}?status=waiting`);
  expect(waiting.json).toMatchObject({ total_count: 1, workflow_runs: [{ id: run.id, head_sha: deployment.sha }] });
  const pending = await api(`GET ${RUNS}/${run.id}/pending_deployments`);
  expect(pending.json).toMatchObject([{ environment: { name: 'production' } }]);
  expect((await api(`GET ${RUNS}/${run.id}/approvals`)).json).toEqual([]);
  expect((await answer(run, { state: 'approved', comment: 'Ready.' })).status).toBe(204);
  expect(await statusOf(run)).toEqual(['completed', 'success']);
  expect((await api(`GET ${RUNS}/${run.id}/approvals`)).json).toMatchObject([
    { state: 'approved', comment: 'Ready.', user: { login: 'seaworthy[bot]' }, environments: [{ name: 'production' }] },
  ]);
  expect((await api(`GET ${RUNS}/${run.id}/pending_deployments`)).json).toEqual([]);
  expect((await api(`GET ${RUNS}?status=waiting`)).json).toMatchObject({ total_count: 0 });
});

test('a rejected one fails, and a second answer is refused', async () => {
  const { run } = await deploy();
  expect((await answer(run, { state: 'rejected', comment: 'Two blockers.' })).status).toBe(204);
  expect(await statusOf(run)).toEqual(['completed', 'failure']);
  expect((await answer(run, { state: 'approved', comment: 'After all.' })).status).toBe(422);
  expect((await answer(run, { comment: 'Still.' })).status).toBe(422);
});

test('ten reports, none of which decides; no eleventh', async () => {
  const { run } = await deploy();
  for (let index = 0; index < 10; index += 1) {
    expect((await answer(run, { comment: `Looking, ${index}` })).status).toBe(204);
  }
  expect((await answer(run, { comment: 'Once more' })).status).toBe(422);
  expect(await statusOf(run)).toEqual(['waiting', null]);
});

test.each<[string, Json, number]>([
  ['no word at all', {}, 422],
  ['a comment of 1,025 characters', { state: 'approved', comment: 'x'.repeat(1_025) }, 422],
  ['a word that is none', { state: 'ok' }, 422],
  ['another environment', { state: 'approved', environment_name: 'staging' }, 422],
])('an answer with %s is refused', async (_name, body, status) => {
  const { run } = await deploy();
  expect((await answer(run, body)).status).toBe(status);
  expect(await statusOf(run)).toEqual(['waiting', null]);
});

test('only the App answers, with its permission, where the run is', async () => {
  const { run } = await deploy();
  const path = `POST ${RUNS}/${run.id}/deployment_protection_rule`;
  const body = { environment_name: 'production', state: 'approved' };
  expect((await call(scene.sandbox, scene.sandbox.userToken('olive'), path, body)).status).toBe(403);
  const narrow = await installationToken(scene, { permissions: { actions: 'read' } });
  expect((await call(scene.sandbox, narrow, path, body)).status).toBe(403);
  expect((await answer({ id: 1 }, { state: 'approved' })).status).toBe(404);
});

test('an unguarded environment waits for nobody; environments and deployments are listed', async () => {
  const { run, deployment } = await deploy('staging');
  expect(await statusOf(run)).toEqual(['completed', 'success']);
  expect((await api('GET /repos/acme/shop/environments')).json).toMatchObject({
    total_count: 2,
    environments: [{ name: 'production' }, { name: 'staging' }],
  });
  const rules = (name: string) => api(`GET /repos/acme/shop/environments/${name}/deployment_protection_rules`);
  expect((await rules('production')).json).toMatchObject({
    total_count: 1,
    custom_deployment_protection_rules: [{ enabled: true, app: { id: 4711, slug: 'seaworthy' } }],
  });
  expect((await rules('staging')).json).toMatchObject({ total_count: 0 });
  expect((await rules('gone')).status).toBe(404);
  expect((await api('GET /repos/acme/shop/deployments?environment=staging')).json).toMatchObject([
    { id: deployment.id },
  ]);
  await expect(scene.sandbox.as('ada').deploy('acme/shop', { environment: 'x', ref: 'gone' })).rejects.toMatchObject({
    status: 422,
  });
});
