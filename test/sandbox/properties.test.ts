/** Custom properties of an organisation as an App defines, reads and sets them, within GitHub's contract. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { APP, call, installationToken, type Json, type Scene, startScene } from './support.js';

let scene: Scene;
let token: string;

beforeAll(async () => {
  const permissions = { ...APP.permissions, organization_custom_properties: 'admin' as const };
  scene = await startScene({ app: { ...APP, permissions } });
  token = await installationToken(scene);
});

afterAll(() => scene.stop());

const api = (route: string, body?: Json) => call(scene.sandbox, token, route, body);
const SCHEMA = '/orgs/acme/properties/schema';
const VALUES = '/orgs/acme/properties/values';
const set = (names: readonly string[], ...values: readonly [string, unknown][]) =>
  api(`PATCH ${VALUES}`, {
    repository_names: names,
    properties: values.map(([property_name, value]) => ({ property_name, value })),
  });

test('properties are defined, listed, set where they differ, and told of', async () => {
  await api(`PUT ${SCHEMA}/grade`, { value_type: 'single_select', allowed_values: ['A+', 'B'] });
  await api(`PUT ${SCHEMA}/ready`, { value_type: 'true_false' });
  expect((await api(`GET ${SCHEMA}`)).json).toMatchObject([
    { property_name: 'grade', value_type: 'single_select', allowed_values: ['A+', 'B'] },
    { property_name: 'ready', value_type: 'true_false', allowed_values: null },
  ]);
  expect((await set(['shop'], ['grade', 'A+'], ['ready', 'true'])).status).toBe(204);
  expect((await set(['shop'], ['grade', 'A+'], ['ready', null])).status).toBe(204);
  expect((await api(`GET ${VALUES}?per_page=100`)).json).toMatchObject([
    { repository_name: 'shop', properties: [{ property_name: 'grade', value: 'A+' }] },
  ]);
  await scene.sandbox.webhooks.idle();
  expect(scene.hooks.of('custom_property_values.updated').map(({ payload }) => payload.new_property_values)).toEqual([
    [
      { property_name: 'grade', value: 'A+' },
      { property_name: 'ready', value: 'true' },
    ],
    [{ property_name: 'ready', value: null }],
  ]);
});

test.each<[string, () => Promise<{ readonly status: number }>, number]>([
  ['a repository that is not there', () => set(['nowhere'], ['ready', 'true']), 404],
  ['a property that is not defined', () => set(['shop'], ['colour', 'red']), 404],
  ['a value that is not among the allowed', () => set(['shop'], ['grade', 'Z']), 422],
  ['a truth that is none', () => set(['shop'], ['ready', 'yes']), 422],
  [
    'more repositories than fit',
    () =>
      set(
        Array.from({ length: 31 }, () => 'shop'),
        ['ready', 'true'],
      ),
    422,
  ],
  ['no repositories', () => set([], ['ready', 'true']), 422],
  ['a select without values', () => api(`PUT ${SCHEMA}/x`, { value_type: 'single_select' }), 422],
  ['a name with blanks', () => api(`PUT ${SCHEMA}/a%20b`, { value_type: 'string' }), 422],
  ['a personal account', () => api('GET /orgs/ada/properties/schema'), 404],
])('%s is refused', async (_, ask, status) => {
  expect((await ask()).status).toBe(status);
});

test('to set values is not to define them', async () => {
  const permissions = { ...APP.permissions, organization_custom_properties: 'write' as const };
  const other = await startScene({ app: { ...APP, permissions } });
  const weak = await installationToken(other);
  const answer = await call(other.sandbox, weak, `PUT ${SCHEMA}/ready`, { value_type: 'true_false' });
  expect(answer.status).toBe(403);
  await other.stop();
});
