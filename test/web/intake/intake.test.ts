/** What the webhook endpoint answers, stores and logs, for good, bad and hostile requests, over real HTTP. */
import { createHmac } from 'node:crypto';
import http from 'node:http';
import { Registry } from 'prom-client';
import { Hono } from 'hono';
import { systemClock as clock } from '../../../src/core/clock.js';
import type { Database } from '../../../src/infra/db/database.js';
import { createAccept } from '../../../src/infra/queue/accept.js';
import { createQueue } from '../../../src/infra/queue/queue.js';
import { createReceiver } from '../../../src/infra/queue/receiver.js';
import { createHealth } from '../../../src/web/health.js';
import { type IntakeOptions, WEBHOOK_PATH, createIntake } from '../../../src/web/intake/intake.js';
import { BODY_LIMIT } from '../../../src/web/intake/read-body.js';
import { type RunningServer, startServer } from '../../../src/web/server.js';
import { onPglite } from '../../support/databases.js';
import { gate } from '../../support/gate.js';
import { testLog } from '../../support/log.js';

const SECRETS = ['the current secret', 'the previous secret'];
const GUID = '7f0e2c1a-0000-4000-8000-000000000001';
const BODY = '{"action":"opened","installation":{"id":5},"repository":{"id":9},"issue":{"title":"PRIVATE"}}';

const databases = onPglite();
const servers: RunningServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close(0);
});

async function serve(app: Hono): Promise<string> {
  const server = await startServer({ app, host: '127.0.0.1', port: 0 });
  servers.push(server);
  return server.url;
}

async function intake(options: Partial<IntakeOptions> = {}) {
  const db = await databases.fresh();
  const log = testLog();
  const app = createIntake({
    accept: createAccept(createReceiver({ db, clock }), (event) =>
      event === 'issues' ? [{ handler: 'track', subject: 'issue:1' }] : event === 'push' ? [] : null,
    ),
    secrets: SECRETS,
    clock,
    log,
    ...options,
  });
  return { db, log, url: `${await serve(app)}${WEBHOOK_PATH}` };
}

const sign = (body: string | Uint8Array, secret = SECRETS[0] ?? '') =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

interface Sent {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
}

async function post(url: string, { body = BODY, headers = {} }: Sent = {}) {
  const all: Record<string, string | null> = {
    'content-type': 'application/json',
    'x-github-delivery': GUID,
    'x-github-event': 'issues',
    'x-hub-signature-256': sign(body),
    ...headers,
  };
  const set = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
  const response = await fetch(url, { method: 'POST', body, headers: set });
  return { status: response.status, text: await response.text() };
}

const stored = (db: Database) => db.kysely.selectFrom('delivery').selectAll().execute();

test('a signed webhook is stored with its jobs, then acknowledged', async () => {
  const { db, url, log } = await intake();
  expect(await post(url)).toEqual({ status: 202, text: 'Accepted.\n' });
  expect(await stored(db)).toMatchObject([
    { guid: GUID, event: 'issues', action: 'opened', installation_id: 5, repository_id: 9, payload: BODY },
  ]);
  await expect(db.kysely.selectFrom('job').selectAll().execute()).resolves.toMatchObject([
    { delivery_guid: GUID, handler: 'track', subject: 'issue:1', state: 'pending' },
  ]);
  expect(log.lines).toMatchObject([{ level: 'info', message: 'Webhook', fields: { answer: 'stored', jobs: 1 } }]);
});

test('one that we listen to and that makes no job is noted without what it says, so that the sweep does not ask for it', async () => {
  const { db, url } = await intake();
  expect((await post(url, { headers: { 'x-github-event': 'push' } })).status).toBe(202);
  expect(await stored(db)).toMatchObject([{ guid: GUID, event: 'push', payload: null }]);
  expect(await db.kysely.selectFrom('job').selectAll().execute()).toEqual([]);
});

test('the same guid again is answered 200 and changes nothing', async () => {
  const { db, url } = await intake();
  await post(url);
  expect((await post(url)).status).toBe(200);
  expect(await stored(db)).toHaveLength(1);
});

test.each<[string, Sent]>([
  ['signed with the previous secret', { headers: { 'x-hub-signature-256': sign(BODY, SECRETS[1]) } }],
  ['content type with a charset', { headers: { 'content-type': 'application/json; charset=utf-8' } }],
  ['no action, no ids', { body: '{}' }],
  ['an action and ids of odd types', { body: '{"action":["x"],"installation":{"id":"5"},"repository":[]}' }],
  ['text that jsonb would refuse', { body: '{"text":"\\u0000 \\ud800"}' }],
])('accepted: %s', async (_name, sent) => {
  const { db, url } = await intake();
  expect((await post(url, sent)).status).toBe(202);
  expect(await stored(db)).toHaveLength(1);
});

test.each<[string, number, Sent]>([
  ['no signature', 401, { headers: { 'x-hub-signature-256': null } }],
  ['a signature by somebody else', 401, { headers: { 'x-hub-signature-256': sign(BODY, 'guessed') } }],
  ['a signature of another body', 401, { headers: { 'x-hub-signature-256': sign('{}') } }],
  ['a SHA-1 signature', 401, { headers: { 'x-hub-signature-256': 'sha1=00' } }],
  ['a cut-off signature', 401, { headers: { 'x-hub-signature-256': sign(BODY).slice(0, 40) } }],
  [
    'bad JSON without a signature: the signature comes first',
    401,
    { body: '{', headers: { 'x-hub-signature-256': '' } },
  ],
  ['a form', 415, { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ['a type that only begins like JSON', 415, { headers: { 'content-type': 'application/jsonp' } }],
  ['no event', 400, { headers: { 'x-github-event': null } }],
  ['an event that is no name', 400, { headers: { 'x-github-event': 'push<script>' } }],
  ['no guid', 400, { headers: { 'x-github-delivery': null } }],
  ['a guid that is none', 400, { headers: { 'x-github-delivery': `x'; drop table delivery` } }],
  ['not JSON', 400, { body: '{"a":' }],
  ['an empty body', 400, { body: '' }],
  ['a list', 400, { body: '[{}]' }],
  ['null', 400, { body: 'null' }],
  ['a string', 400, { body: '"x"' }],
  ['an event nobody handles', 202, { headers: { 'x-github-event': 'star' } }],
])('not stored: %s is answered %i', async (_name, status, sent) => {
  const { db, url, log } = await intake();
  expect((await post(url, sent)).status).toBe(status);
  expect(await stored(db)).toEqual([]);
  expect(log.lines).toHaveLength(1);
});

test('a body at the limit is read, one byte more is refused', async () => {
  const { url } = await intake();
  const fits = `{"a":"${'x'.repeat(BODY_LIMIT - 8)}"}`;
  expect(fits).toHaveLength(BODY_LIMIT);
  expect((await post(url, { body: fits })).status).toBe(202);
  expect((await post(url, { body: `${fits} ` })).status).toBe(413);
});

test('a body without an announced length is counted while it comes', async () => {
  const { url, db } = await intake();
  const status = (chunks: number) =>
    new Promise<number | undefined>((resolve, reject) => {
      const request = http.request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-github-delivery': GUID, 'x-github-event': 'issues' },
      });
      request.on('response', (response) => {
        resolve(response.statusCode);
        response.resume();
      });
      request.on('error', reject);
      for (let n = 0; n < chunks; n += 1) request.write(Buffer.alloc(1024 * 1024, ' '));
      if (chunks < 26) request.end();
    });
  expect(await status(1)).toBe(401);
  // Never ended by the sender: the answer does not wait for it.
  expect(await status(26)).toBe(413);
  expect(await stored(db)).toEqual([]);
});

test.each<[string, Partial<IntakeOptions>]>([
  ['the database is away', { accept: () => Promise.reject(new Error('password in here')) }],
  [
    'a handler cannot read the payload',
    {
      accept: createAccept({ receive: () => Promise.resolve('stored') }, () => {
        throw new TypeError('PRIVATE');
      }),
    },
  ],
])('%s: a fixed 500, and GitHub shows the delivery as failed', async (_name, options) => {
  const { url, log } = await intake(options);
  expect(await post(url)).toEqual({ status: 500, text: 'Not stored. Redeliver it later.\n' });
  expect(log.lines).toMatchObject([{ level: 'error', fields: { answer: 'failed' } }]);
});

test('no log line holds the payload, a signature or the text of an error', async () => {
  const { url, log } = await intake({ accept: () => Promise.reject(new Error('PRIVATE')) });
  await post(url);
  await post(url, { headers: { 'x-hub-signature-256': 'sha256=abcdef' } });
  const written = JSON.stringify(log.lines);
  expect(written).not.toContain('PRIVATE');
  expect(written).not.toContain('sha256');
});

test('without a secret there is no intake', async () => {
  await expect(intake({ secrets: [] })).rejects.toThrow('without a secret');
  await expect(intake({ secrets: ['x', ''] })).rejects.toThrow('without a secret');
});

test('a hundred webhooks at once are all stored', async () => {
  const { db, url } = await intake();
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) => post(url, { headers: { 'x-github-delivery': `delivery-${n}` } })),
  );
  expect(answers.every(({ status }) => status === 202)).toBe(true);
  expect(await stored(db)).toHaveLength(100);
});

test('health, readiness and figures', async () => {
  const db = await databases.fresh();
  const queue = createQueue({ db, run: async () => undefined, clock, log: testLog(), random: () => 0.5 });
  let ping: () => Promise<unknown> = () => db.pool.query('select 1');
  const onboarding = { installationId: 3, total: 9_588, opened: 312, skipped: { archived: 412 }, hoursLeft: 23 };
  const onboardings = async () => (queue.isWorking() ? [onboarding] : []);
  const url = await serve(createHealth({ pingDatabase: () => ping(), queue, registry: new Registry(), onboardings }));
  const get = async (path: string) => {
    const response = await fetch(url + path);
    return [response.status, await response.text()];
  };
  expect(await get('/healthz')).toEqual([200, '{"ok":true}']);
  expect(await get('/readyz')).toEqual([503, '{"ok":false,"database":true,"worker":false,"onboardings":[]}']);
  await queue.start();
  const [ready, body] = await get('/readyz');
  expect(ready).toBe(200);
  expect(JSON.parse(String(body))).toEqual({ ok: true, database: true, worker: true, onboardings: [onboarding] });
  ping = () => Promise.reject(new Error('away'));
  expect(await get('/readyz')).toEqual([503, '{"ok":false,"database":false,"worker":true,"onboardings":[]}']);
  const [status, text] = await get('/metrics');
  expect(status).toBe(200);
  expect(text).toContain('seaworthy_jobs{state="parked"} 0');
  expect(text).toContain('seaworthy_jobs_oldest_due_seconds 0');
  expect(text).toContain('seaworthy_onboarding_repositories{installation="3",state="waiting"} 9276');
  expect(text).toContain('seaworthy_onboarding_repositories{installation="3",state="opened"} 312');
  expect(text).toContain('seaworthy_onboarding_repositories{installation="3",state="archived"} 412');
  expect(text).toContain('seaworthy_onboarding_seconds_left{installation="3"} 82800');
  await queue.stop();
});

test('the server ends requests in progress and connections kept alive', async () => {
  const app = new Hono();
  const inProgress = gate();
  const held = gate();
  app.get('/quick', (context) => context.text('quick'));
  app.get('/slow', async (context) => {
    inProgress.open();
    await held.opened;
    return context.text('slow');
  });
  const server = await startServer({ app, host: '127.0.0.1', port: 0 });
  await (await fetch(`${server.url}/quick`)).text();
  const slow = fetch(`${server.url}/slow`);
  await inProgress.opened;
  const closed = server.close(60_000);
  held.open();
  await expect((await slow).text()).resolves.toBe('slow');
  await closed;
  await expect(fetch(`${server.url}/quick`)).rejects.toThrow();
});

test('a port that is taken is said so', async () => {
  const { port } = new URL(await serve(new Hono()));
  await expect(startServer({ app: new Hono(), host: '127.0.0.1', port: Number(port) })).rejects.toThrow(
    'Choose another port',
  );
});
