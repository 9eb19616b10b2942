/** What can go wrong, on purpose: API errors and limits, and webhooks lost, doubled, late, out of order, redelivered. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { FaultScript } from '../../src/sandbox/http/faults.js';
import { seededRandom } from '../../src/sandbox/world.js';
import { appJwt, call, installationToken, type Json, type Scene, startScene } from './support.js';

let scene: Scene;
let token: string;

beforeEach(async () => {
  scene = await startScene();
  token = await installationToken(scene);
  scene.hooks.received.length = 0;
  scene.sandbox.requests.clear();
});

afterEach(() => scene.stop());

const issues = '/repos/acme/shop/issues';
const open = (title: string) => call(scene.sandbox, token, `POST ${issues}`, { title });
const titles = () => [...scene.sandbox.state.issues.values()].map(({ title }) => title);
const heard = () => scene.hooks.of('issues').map(({ payload }) => (payload.issue as Json).title);
const deliveries = async (query = '') =>
  (await call(scene.sandbox, appJwt(scene.sandbox), `GET /app/hook/deliveries${query}`)).json as unknown as Json[];

test('an error before the effect leaves nothing, one after it leaves the effect', async () => {
  const match = { method: 'POST', path: /\/issues$/ };
  scene.sandbox.faults.add({ match, effect: 'error-before', times: 1 });
  scene.sandbox.faults.add({ match, effect: 'error-after', times: 1, status: 504 });
  expect([(await open('a')).status, titles()]).toEqual([502, []]);
  expect([(await open('b')).status, titles()]).toEqual([504, ['b']]);
  expect([(await open('c')).status, titles()]).toEqual([201, ['b', 'c']]);
});

test('limits carry what a client has to wait for', async () => {
  scene.sandbox.faults.add({ effect: 'rate-limit-primary', times: 1, retryAfter: 5 });
  scene.sandbox.faults.add({ effect: 'rate-limit-secondary', times: 1, retryAfter: 7, status: 429 });
  const primary = await call(scene.sandbox, token, `GET ${issues}`);
  expect([primary.status, primary.headers.get('x-ratelimit-remaining')]).toEqual([403, '0']);
  // Measured against the answer's own date, which knows no fractions of seconds.
  const answered = Date.parse(primary.headers.get('date') ?? '') / 1000;
  expect(Number(primary.headers.get('x-ratelimit-reset')) - answered).toBeLessThanOrEqual(6);
  expect(Number(primary.headers.get('x-ratelimit-reset')) - answered).toBeGreaterThan(3);
  const secondary = await call(scene.sandbox, token, `GET ${issues}`);
  expect([secondary.status, secondary.headers.get('retry-after')]).toEqual([429, '7']);
});

function strikes(seed: number): boolean[] {
  const script = new FaultScript(seededRandom(seed), scene.sandbox.clock);
  script.add({ effect: 'error-before', probability: 0.5 });
  return Array.from({ length: 50 }, () => script.strike('GET', '/app').length > 0);
}

test('a fault with a probability strikes the same requests for the same seed', () => {
  expect(strikes(1)).toEqual(strikes(1));
  expect(strikes(1)).not.toEqual(strikes(2));
  expect(new Set(strikes(1))).toEqual(new Set([true, false]));
});

test('a fault can be taken back', async () => {
  const remove = scene.sandbox.faults.add({ effect: 'error-before' });
  remove();
  expect((await open('fine')).status).toBe(201);
});

test('every request is logged with its route and answer', async () => {
  await open('a');
  await call(scene.sandbox, appJwt(scene.sandbox), 'GET /app');
  expect(scene.sandbox.requests.entries).toMatchObject([
    {
      method: 'POST',
      path: issues,
      route: '/repos/{owner}/{repo}/issues',
      status: 201,
      installationId: scene.installationId,
    },
    { method: 'GET', path: '/app', status: 200, installationId: null },
  ]);
});

test('the hourly limit ends in a 403', async () => {
  const anonymous = async () => (await call(scene.sandbox, null, 'GET /users/ada')).status;
  const statuses = [];
  for (let n = 0; n < 61; n += 1) statuses.push(await anonymous());
  expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([60, 403]);
});

test('a lost webhook is in the log as failed, and a redelivery brings it with the same guid', async () => {
  scene.sandbox.webhooks.lose({ event: 'issues.opened', times: 1 });
  await open('lost');
  await open('heard');
  await scene.sandbox.webhooks.idle();
  expect(heard()).toEqual(['heard']);
  const [failed, ...others] = await deliveries('?status=failure');
  expect([failed?.event, failed?.action, others]).toEqual(['issues', 'opened', []]);
  const path = `/app/hook/deliveries/${failed?.id}`;
  const one = await call(scene.sandbox, appJwt(scene.sandbox), `GET ${path}`);
  expect(one.json).toMatchObject({
    request: { headers: { 'X-GitHub-Delivery': failed?.guid }, payload: { issue: { title: 'lost' } } },
  });
  expect((await call(scene.sandbox, appJwt(scene.sandbox), `POST ${path}/attempts`)).status).toBe(202);
  await scene.sandbox.webhooks.idle();
  expect(heard()).toEqual(['heard', 'lost']);
  expect(scene.hooks.of('issues').at(-1)?.guid).toBe(failed?.guid);
  expect((await deliveries())[0]).toMatchObject({ redelivery: true, status: 'OK', guid: failed?.guid });
});

test('a webhook that GitHub never tried is in no log', async () => {
  await scene.sandbox.webhooks.idle();
  const before = (await deliveries('?per_page=100')).length;
  scene.sandbox.webhooks.lose({ logged: false });
  await open('silent');
  await scene.sandbox.webhooks.idle();
  expect([heard(), (await deliveries('?per_page=100')).length]).toEqual([[], before]);
});

test('an App that answers 500, or is not there, leaves failed deliveries', async () => {
  scene.hooks.status = 500;
  await open('a');
  await scene.sandbox.webhooks.idle();
  scene.sandbox.setWebhookUrl('http://127.0.0.1:9/');
  await open('b');
  await scene.sandbox.webhooks.idle();
  expect((await deliveries('?status=failure')).map(({ status_code: code }) => code)).toEqual([502, 500]);
});

test('the log is read through its cursor', async () => {
  for (const title of ['a', 'b', 'c']) await open(title);
  await scene.sandbox.webhooks.idle();
  const all = await deliveries('?per_page=100');
  const seen: unknown[] = [];
  let next: string | undefined = `${scene.sandbox.url}/api/v3/app/hook/deliveries?per_page=2`;
  while (next !== undefined) {
    const page = await call(scene.sandbox, appJwt(scene.sandbox), `GET ${next}`);
    seen.push(...(page.json as unknown as Json[]).map(({ id }) => id));
    next = /<(?<url>[^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.groups?.url;
  }
  expect(seen).toEqual(all.map(({ id }) => id));
});

test('doubled, with one guid', async () => {
  scene.sandbox.webhooks.double({ event: 'issues', times: 1 });
  await open('twice');
  await scene.sandbox.webhooks.idle();
  const [first, second, ...others] = scene.hooks.of('issues.opened');
  expect([first?.guid === second?.guid, others]).toEqual([true, []]);
});

test('in order as a rule, reversed when scripted, overtaken when delayed', async () => {
  for (const title of ['1', '2', '3']) await open(title);
  await scene.sandbox.webhooks.idle();
  expect(heard()).toEqual(['1', '2', '3']);
  scene.sandbox.webhooks.reorder(3);
  for (const title of ['4', '5', '6']) await open(title);
  await scene.sandbox.webhooks.idle();
  expect(heard().slice(3)).toEqual(['6', '5', '4']);
  scene.sandbox.webhooks.delay(1_000, { times: 1 });
  for (const title of ['7', '8']) await open(title);
  await scene.sandbox.webhooks.idle();
  expect(heard().slice(6)).toEqual(['8', '7']);
});

test('an incomplete group that waits to be reordered goes out when idle is awaited', async () => {
  scene.sandbox.webhooks.reorder(10);
  for (const title of ['1', '2']) await open(title);
  await scene.sandbox.webhooks.idle();
  expect(heard()).toEqual(['2', '1']);
});

test('paused until resumed', async () => {
  scene.sandbox.webhooks.pause();
  await open('later');
  let quiet = false;
  const idle = scene.sandbox.webhooks.idle().then(() => {
    quiet = true;
  });
  for (let n = 0; n < 5; n += 1) await call(scene.sandbox, token, `GET ${issues}`);
  expect([quiet, heard()]).toEqual([false, []]);
  scene.sandbox.webhooks.resume();
  await idle;
  expect(heard()).toEqual(['later']);
});
