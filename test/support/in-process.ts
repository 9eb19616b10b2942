/** The App without its process: real handlers, real database, real HTTP to a sandbox; the test decides whose turn it is. */
import http from 'node:http';
import path from 'node:path';
import { pino } from 'pino';
import { Probot } from 'probot';
import mergeCatalogue from '../../src/chores/merge-catalogue.js';
import { createAnswer } from '../../src/commands/_answer.js';
import { systemClock } from '../../src/core/clock.js';
import type { Checklist } from '../../src/domain/checklist/index.js';
import { createEngine } from '../../src/domain/scanner/engine.js';
import { loadRules } from '../../src/domain/scanner/registry.js';
import { DELAYS } from '../../src/flows/delays.js';
import { lifeRules } from '../../src/flows/life-rules.js';
import { acceptHandler, type Handler } from '../../src/handlers/_handler.js';
import { loadFolder } from '../../src/core/load-folder.js';
import type { Database } from '../../src/infra/db/database.js';
import { connect } from '../../src/infra/github/connect.js';
import { createOctokitClass } from '../../src/infra/github/octokit.js';
import type { JobSpec } from '../../src/infra/queue/types.js';
import { createJobRunner } from '../../src/run-job.js';
import { type LocalGitHub, startLocalGitHub } from '../../src/sandbox/local-github.js';
import type { ApiRequest } from '../../src/sandbox/types.js';
import { NO_WEB } from './no-web.js';

export interface Waiting {
  readonly handler: string;
  readonly subject: string;
  readonly key: string | null;
  readonly installationId: number;
  readonly data: unknown;
  readonly guid: string | null;
}

export interface InProcess {
  readonly sandbox: LocalGitHub;
  /** Jobs in the order in which they came. */
  readonly waiting: readonly Waiting[];
  /** Runs the first waiting job of the subject that `choose` names among those that wait; false when nothing waits. */
  work(choose: (subjects: readonly string[]) => string): Promise<boolean>;
  /** Starts anew with another catalogue: what the chores of a start put in line joins the jobs that wait. */
  restart(checklists: readonly Checklist[]): Promise<void>;
  /** Called with every API request, which waits for it. */
  onRequest: (request: ApiRequest) => void | Promise<void>;
  close(): Promise<void>;
}

/** Pacing is the queue's business and has its own tests; here nothing waits. */
const UNLIMITED = { burst: 1e9, perSecond: 1e9 };
const LIMITS = { points: UNLIMITED, writes: UNLIMITED, contentPerMinute: UNLIMITED, contentPerHour: UNLIMITED };

export async function startInProcess(db: Database, checklists: readonly Checklist[]): Promise<InProcess> {
  const app = {
    id: 4711,
    slug: 'seaworthy',
    permissions: { contents: 'read', issues: 'write', metadata: 'read' } as const,
    events: ['issues', 'repository'],
  };
  const self = { onRequest: (_: ApiRequest): void | Promise<void> => undefined };
  const webhookSecret = 'in-process tests only';
  const sandbox = await startLocalGitHub({
    webhookSecret,
    app,
    requestsPerHour: 1e9,
    onRequest: (request) => self.onRequest(request),
  });
  const handlers = await loadFolder(path.resolve('src/handlers'), acceptHandler);
  const waiting: Waiting[] = [];
  const add = (job: Waiting) => {
    const same = job.key === null ? -1 : waiting.findIndex(({ key }) => key === job.key);
    if (same === -1) waiting.push(job);
    else waiting[same] = job;
  };
  const receiver = await receive((event, action, guid, payload) => {
    for (const job of jobsFor(handlers, action === null ? event : `${event}.${action}`, payload)) add({ ...job, guid });
  });
  sandbox.setWebhookUrl(receiver.url);
  const log = pino({ level: 'silent' });
  const probot = new Probot({
    appId: app.id,
    privateKey: sandbox.privateKeyPem,
    baseUrl: `${sandbox.url}/api/v3`,
    Octokit: createOctokitClass({ clock: systemClock, log, limits: LIMITS }),
    logLevel: 'fatal',
  });
  const services = {
    checklists,
    engine: createEngine(await loadRules()),
    fingerprintKey: new Uint8Array(32),
    previousFingerprintKey: null,
    answer: createAnswer(new Map()),
    press: async () => undefined,
    enqueue: async (jobs: readonly JobSpec[]) => {
      for (const { handler, subject, key, installationId, data } of jobs)
        add({ handler, subject, key: key ?? null, installationId: installationId ?? 0, data, guid: null });
    },
    lifeRules,
    verify: async () => new Map(),
    web: NO_WEB,
    needs: { permissions: {}, events: [] },
    reconcilePercent: 20,
    delays: DELAYS,
    reports: { webhooks: new Map(), githubUrl: sandbox.url, pagesUrl: null },
    apiUrl: sandbox.url,
    issueUrl: () => 'https://example.com',
  };
  const { run } = createJobRunner({
    handlers,
    chores: new Map([['merge-catalogue', mergeCatalogue]]),
    connection: connect((id) => (id === undefined ? probot.auth() : probot.auth(id)), systemClock),
    db,
    clock: systemClock,
    log,
    appId: app.id,
    git: { folder: '/nonexistent', environment: {} },
    cloneUrl: () => sandbox.url,
    webhooks: { isWanted: () => false, accept: async () => ({ received: 'ignored', action: null, jobs: 0 }) },
    shipped: services.needs,
    services,
  });
  let count = 0;
  return Object.assign(self, {
    sandbox,
    waiting,
    async work(choose: (subjects: readonly string[]) => string) {
      const subjects = [...new Set(waiting.map(({ subject }) => subject))];
      if (subjects.length === 0) return false;
      const subject = choose(subjects);
      const at = waiting.findIndex((job) => job.subject === subject);
      const [job] = waiting.splice(at, 1);
      if (job === undefined) return false;
      count += 1;
      const delivery = job.guid === null ? null : { guid: job.guid, event: '', payload: job.data };
      const { handler, installationId, data } = job;
      await run(
        { id: count, handler, subject, installationId, data, attempt: 1, delivery },
        new AbortController().signal,
      );
      return true;
    },
    async restart(next: readonly Checklist[]) {
      services.checklists = next;
      const chore = { id: 0, handler: 'merge-catalogue', subject: '', installationId: null, data: null, attempt: 1 };
      await run({ ...chore, delivery: null }, new AbortController().signal);
      for (const row of await db.kysely.deleteFrom('job').returningAll().execute())
        add({ ...row, installationId: row.installation_id ?? 0, guid: null });
    },
    async close() {
      await receiver.close();
      await sandbox.stop();
    },
  });
}

function jobsFor(handlers: ReadonlyMap<string, Handler>, name: string, payload: unknown): Omit<Waiting, 'guid'>[] {
  const installationId = (payload as { installation?: { id: number } }).installation?.id ?? 0;
  return [...handlers].flatMap(([handler, { on, parse, subject }]) => {
    const event = on.includes(name) ? parse(payload) : null;
    return event === null ? [] : [{ handler, subject: subject(event), key: null, installationId, data: payload }];
  });
}

type Receive = (event: string, action: string | null, guid: string, payload: unknown) => void;

async function receive(take: Receive): Promise<{ url: string; close(): Promise<void> }> {
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const payload = JSON.parse(Buffer.concat(parts).toString()) as { action?: string };
      take(
        String(request.headers['x-github-event']),
        payload.action ?? null,
        String(request.headers['x-github-delivery']),
        payload,
      );
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
