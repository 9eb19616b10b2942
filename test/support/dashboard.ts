/** The pages as people meet them: the App in this process on a database, a sandbox for GitHub, and a clock that the test turns. */
import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { Probot } from 'probot';
import { Registry } from 'prom-client';
import { createSeaworthy, loadRegistries } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import type { Database } from '../../src/infra/db/database.js';
import { saveInstallation, saveRepositories } from '../../src/infra/db/installations.js';
import { createOctokitClass } from '../../src/infra/github/octokit.js';
import { type LocalGitHub, startLocalGitHub } from '../../src/sandbox/local-github.js';
import type { Repository } from '../../src/sandbox/state/model.js';
import { asksFor, parseTemplate } from '../../src/web/setup/manifest.js';
import { readFile } from 'node:fs/promises';
import { sealOf } from '../../src/web/dashboard/access/seal.js';
import { COOKIE } from '../../src/web/dashboard/access/sessions.js';
import { FORM_TOKEN } from '../../src/web/dashboard/components/form-token.js';
import { DELAYS } from '../../src/flows/delays.js';
import { NO_WEB } from './no-web.js';

/** Where the pages are for the world; the App itself is asked by another name, as behind a proxy. */
export const PUBLIC = 'https://seaworthy.example.com';

export const OWNER = 'olive';
export const MEMBER = 'ada';
export const STRANGER = 'stranger';

export interface DashboardStage {
  readonly sandbox: LocalGitHub;
  readonly db: Database;
  readonly app: Hono;
  readonly installationId: number;
  readonly clock: { now(): Date; pass(ms: number): void };
  /** `harbour/…` with a baseline issue, as the App knows it. */
  addRepository(name: string, isPrivate: boolean): Promise<Repository>;
  /** A browser in which nobody is signed in. */
  browser(): Browser;
  /** A browser in which they signed in by the pages of both. */
  signedIn(login: string): Promise<Browser>;
  close(): Promise<void>;
}

export interface Browser {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends a form of the page of `from`, with its token. */
  post(path: string, fields?: Record<string, string>, change?: PostChange): Promise<Response>;
}

export interface PostChange {
  /** The token in the form; that of the path unless told, null for none. */
  readonly token?: string | null;
  readonly headers?: Record<string, string>;
}

/** @param publicUrl where browsers find the pages @param load of another copy of the App, where this one has nothing beside it */
export async function startDashboard(
  db: Database,
  publicUrl: string = PUBLIC,
  load: typeof loadRegistries = loadRegistries,
): Promise<DashboardStage> {
  let passed = 0;
  const clock = {
    now: () => new Date(Date.now() + passed),
    pass: (ms: number) => {
      passed += ms;
    },
  };
  const manifest = parseTemplate(await readFile('app.yml', 'utf8'));
  const webhookSecret = randomBytes(32).toString('hex');
  const sandbox = await startLocalGitHub({
    webhookSecret,
    clock,
    app: { id: 4711, slug: 'seaworthy', ...asksFor(manifest, []) },
  });
  sandbox.setCallbackUrl(`${publicUrl}/login/callback`);
  sandbox.createOrganization('harbour', { owner: OWNER });
  sandbox.addMember('harbour', MEMBER);
  sandbox.createUser(STRANGER);
  const { id: installationId, permissions, events } = sandbox.installApp('harbour');
  await saveInstallation(db.kysely, {
    id: installationId,
    account: 'harbour',
    accountType: 'Organization',
    permissions,
    events,
    suspendedAt: null,
  });
  const config = readConfig(
    {
      APP_ID: '4711',
      PRIVATE_KEY: sandbox.privateKeyPem,
      WEBHOOK_SECRET: webhookSecret,
      CLIENT_ID: sandbox.app.clientId,
      CLIENT_SECRET: sandbox.app.clientSecret,
      GITHUB_URL: sandbox.url,
      PUBLIC_URL: publicUrl,
    },
    '/nonexistent',
  );
  const log = pino({ level: 'silent' });
  const probot = new Probot({
    appId: sandbox.appId,
    privateKey: sandbox.privateKeyPem,
    baseUrl: config.github.apiUrl,
    Octokit: createOctokitClass({ clock, log }),
    logLevel: 'fatal',
  });
  const { web: app } = createSeaworthy(probot, {
    registries: await load(),
    config,
    db,
    clock,
    log,
    metrics: new Registry(),
    environment: {},
    adminToken: randomBytes(32).toString('hex'),
    web: NO_WEB,
    random: () => 0.5,
    delays: DELAYS,
    queueTempo: {},
  });

  const browser = () => openBrowser(app);
  return {
    sandbox,
    db,
    app,
    installationId,
    clock,
    async addRepository(name, isPrivate) {
      const repository = await sandbox.createRepository('harbour', { name, private: isPrivate });
      const { id } = repository;
      await saveRepositories(db.kysely, [
        {
          id,
          installationId,
          owner: 'harbour',
          name,
          private: isPrivate,
          fork: false,
          archived: false,
          hasIssues: true,
          defaultBranch: 'main',
        },
      ]);
      await db.kysely
        .insertInto('baseline')
        .values({ repository_id: id, issue_number: 1, issue_node_id: 'I_1', updated_at: clock.now() })
        .execute();
      return repository;
    },
    browser,
    async signedIn(login) {
      const visitor = browser();
      const response = await signInWith(visitor, login);
      if (response.status !== 303) throw new Error(`${login} cannot sign in: ${await response.text()}`);
      return visitor;
    },
    close: () => sandbox.stop(),
  };
}

/** Presses "Authorize" on GitHub's page; answers what the App says to the code. @param to where they wanted to go */
export async function signInWith(visitor: Browser, login: string, to = '/'): Promise<Response> {
  return visitor.get(await codeFor(visitor, login, to));
}

/** The address with which GitHub leads back. */
export async function codeFor(visitor: Browser, login: string, to = '/'): Promise<string> {
  const start = await visitor.get(`/login?to=${encodeURIComponent(to)}`);
  const authorized = await fetch(start.headers.get('location') ?? '', {
    method: 'POST',
    body: new URLSearchParams({ login }),
    redirect: 'manual',
  });
  const { pathname, search } = new URL(authorized.headers.get('location') ?? '');
  return `${pathname}${search}`;
}

/** Asked by another name than the public one: what a proxy does. */
const INSIDE = 'http://seaworthy.internal:3000';

function openBrowser(app: Hono): Browser {
  const cookies = new Map<string, string>();
  async function send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.request(`${INSIDE}${path}`, { ...init, headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }
  return {
    cookies,
    get: (path, headers = {}) => send(path, { headers }),
    post(path, fields = {}, { token, headers } = {}) {
      const own = token === undefined ? (sealOf(cookies.get(COOKIE) ?? '')?.formToken(path) ?? null) : token;
      const body = new URLSearchParams({ ...fields, ...(own === null ? {} : { [FORM_TOKEN]: own }) });
      const sent = headers ?? { origin: PUBLIC, 'sec-fetch-site': 'same-origin' };
      return send(path, {
        method: 'POST',
        body: body.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...sent },
      });
    },
  };
}
