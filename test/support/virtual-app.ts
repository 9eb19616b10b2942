/** The App as it is put together, with its job table, on the sandbox over HTTP; time stands still until the test moves it. */
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import { getRequestListener } from '@hono/node-server';
import { jest } from '@jest/globals';
import { pino } from 'pino';
import { Probot } from 'probot';
import { createWork, loadRegistries } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { systemClock } from '../../src/core/clock.js';
import type { Checklist } from '../../src/domain/checklist/index.js';
import type { Context } from '../../src/flows/context.js';
import { DELAYS } from '../../src/flows/delays.js';
import { defineHandler } from '../../src/handlers/_handler.js';
import type { Database } from '../../src/infra/db/database.js';
import { createOctokitClass } from '../../src/infra/github/octokit.js';
import { backoffMs, MAX_ATTEMPTS } from '../../src/infra/queue/backoff.js';
import { enqueue } from '../../src/infra/queue/queue.js';
import { TurnTaker } from '../../src/infra/queue/turn-taker.js';
import { type LocalGitHub, startLocalGitHub } from '../../src/sandbox/local-github.js';
import type { Permissions } from '../../src/sandbox/state/model.js';
import type { ApiRequest } from '../../src/sandbox/types.js';
import { createIntake, WEBHOOK_PATH } from '../../src/web/intake/intake.js';
import { dueSubjects } from './due-subjects.js';
import { NO_WEB } from './no-web.js';

export interface VirtualApp {
  readonly sandbox: LocalGitHub;
  readonly db: Database;
  /** Called with every API request, which waits for it. */
  onRequest: (request: ApiRequest) => void | Promise<void>;
  /** Moves the time on. Milliseconds. */
  pass(ms: number): void;
  /** Has the line that `choose` names among those that are due worked through; false when none is. */
  work(choose: (subjects: readonly string[]) => string): Promise<boolean>;
  /** Delivers and works, moving the time on to whatever waits, until nothing does. @throws Error when that never ends. */
  settle(): Promise<void>;
  /** Has a chore of the App run now, and works until nothing waits. */
  chore(name: string): Promise<void>;
  /** What a job of the installation would see. */
  within<T>(installationId: number, look: (context: Context) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Pacing has its own tests; limits that GitHub says are obeyed. */
const UNLIMITED = { burst: 1e9, perSecond: 1e9 };
const LIMITS = { points: UNLIMITED, writes: UNLIMITED, contentPerMinute: UNLIMITED, contentPerHour: UNLIMITED };

/** Nothing takes so many turns. */
const MOST_TURNS = 20_000;
const JOB_TIMEOUT_MS = 60_000;
const LOOK = 'look-from-a-test';
const WEBHOOK_SECRET = 'virtual tests only';

/** What libraries know of time is `Date` too: only that stands still, timers go on. */
function stopTime(): void {
  const timers = ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const;
  const intervals = ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const;
  jest.useFakeTimers({ doNotFake: [...timers, ...intervals] });
}

export async function startVirtualApp(db: Database, checklists: readonly Checklist[]): Promise<VirtualApp> {
  stopTime();
  const registries = await loadRegistries();
  const { permissions, events } = registries.shipped;
  const hooks = { onRequest: (_: ApiRequest): void | Promise<void> => undefined };
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const sandbox = await startLocalGitHub({
    webhookSecret: WEBHOOK_SECRET,
    privateKeyPem: privateKey,
    app: { id: 4711, slug: 'seaworthy', permissions: permissions as Permissions, events },
    onRequest: (request) => hooks.onRequest(request),
  });
  const environment = {
    VERIFIERS: 'off',
    APP_ID: '4711',
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET,
    GITHUB_URL: sandbox.url,
    DATA_FOLDER: '/nonexistent',
  };
  const config = readConfig(environment, '/');
  const log = pino({ level: 'silent' });
  const Octokit = createOctokitClass({ clock: systemClock, log, limits: LIMITS });
  const { id: appId, privateKey: key } = config.app;
  const probot = new Probot({ appId, privateKey: key, baseUrl: config.github.apiUrl, Octokit, logLevel: 'fatal' });
  let look: (context: Context) => Promise<void> = async () => undefined;
  const looking = defineHandler<object>({
    on: [],
    needs: {},
    parse: () => null,
    subject: () => LOOK,
    run: (_, context) => look(context),
  });
  const handlers = new Map([...registries.handlers, [LOOK, looking]]);
  const work = createWork(probot, {
    registries: { ...registries, handlers, checklists },
    ...{ config, db, clock: systemClock, log, environment, delays: DELAYS, web: NO_WEB },
  });
  const queue = { backoff: backoffMs, maxAttempts: MAX_ATTEMPTS, jobTimeoutMs: JOB_TIMEOUT_MS, random: () => 0.5 };
  const taker = new TurnTaker({ db, run: work.run, failed: work.failed, clock: systemClock, log, ...queue });
  const intake = createIntake({ accept: work.accept, secrets: [WEBHOOK_SECRET], log, clock: systemClock });
  const server = createServer(getRequestListener(intake.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  sandbox.setWebhookUrl(`http://127.0.0.1:${port}${WEBHOOK_PATH}`);

  const app: Omit<VirtualApp, 'onRequest'> = {
    sandbox,
    db,
    pass: (ms) => void jest.setSystemTime(Date.now() + ms),
    async work(choose) {
      const { due } = await dueSubjects(db.kysely, systemClock.now());
      if (due.length === 0) return false;
      await taker.take(choose(due), 'virtual');
      return true;
    },
    async settle() {
      for (let turn = 0; turn < MOST_TURNS; turn += 1) {
        await sandbox.webhooks.idle();
        if (await app.work(([first = '']) => first)) continue;
        const { nextAt } = await dueSubjects(db.kysely, systemClock.now());
        if (nextAt === null) return;
        jest.setSystemTime(nextAt);
      }
      throw new Error('It does not come to rest');
    },
    async chore(name) {
      await enqueue(db.kysely, systemClock, [{ handler: name, subject: `every:${name}`, key: `every:${name}` }]);
      await app.settle();
    },
    async within<T>(installationId: number, read: (context: Context) => Promise<T>) {
      const seen: T[] = [];
      look = async (context) => void seen.push(await read(context));
      const job = { id: 0, handler: LOOK, subject: LOOK, installationId, data: {}, attempt: 1, delivery: null };
      await work.run(job, new AbortController().signal);
      const [only] = seen;
      if (only === undefined) throw new Error('The installation is not active');
      return only;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await sandbox.stop();
      jest.useRealTimers();
    },
  };
  return Object.assign(hooks, app);
}
