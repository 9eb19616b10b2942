/** The dashboard on loopback with somebody signed in: pages as their browser gets them. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { systemClock } from '../../src/core/clock.js';
import { parseGitHubSite } from '../../src/core/github-site.js';
import { silentLog } from '../../src/core/log.js';
import type { Db } from '../../src/infra/db/database.js';
import type { People } from '../../src/infra/github/people.js';
import { createBadgeSigner } from '../../src/web/dashboard/access/badge-signer.js';
import { createSessions } from '../../src/web/dashboard/access/sessions.js';
import { createDashboard } from '../../src/web/dashboard/dashboard.js';
import { INSTALLATION, ORGANISATION, VIEWER } from './fill.js';

export interface Visit {
  /** The whole answer. @throws Error when it is no page */
  get(path: string): Promise<string>;
  end(): Promise<void>;
}

/** @param repositories that GitHub would say the person may see */
export async function visit(db: Db, repositories: readonly number[]): Promise<Visit> {
  const refuse = () => Promise.reject(new Error('Nobody does this here'));
  const app = createDashboard({
    ...{ db, clock: systemClock, log: silentLog, github: parseGitHubSite('https://github.com'), checklists: [] },
    ...{ people: seeing(repositories), publicUrl: null, act: refuse, mayApprove: refuse },
    badges: createBadgeSigner({ key: new Uint8Array(32) }),
    needs: { permissions: {}, events: [] },
    webhooks: new Map(),
  });
  const cookie = await signIn(db);
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    async get(path) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie }, redirect: 'manual' });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      return text;
    },
    end: () => close(server),
  };
}

/** What GitHub would answer as this person. */
function seeing(repositories: readonly number[]): People {
  const nobody = () => Promise.reject(new Error('Nobody signs in here'));
  return {
    authorizeUrl: () => 'https://github.com',
    exchange: nobody,
    as: () => ({
      self: async () => ({ id: VIEWER.userId, login: VIEWER.login }),
      installations: async () => [{ id: INSTALLATION, account: { id: 1, login: ORGANISATION, isOrganization: true } }],
      repositories: async () => repositories.map((id) => ({ id, permission: 'admin' as const })),
      owns: async () => true,
    }),
  };
}

/** The cookie that the callback of a sign-in would have set. */
async function signIn(db: Db): Promise<string> {
  const sessions = createSessions({ db, clock: systemClock });
  const callback = new Hono().get('/', async (context) => {
    await sessions.begin(context, VIEWER, { token: 'a token of the bench', endsAt: null });
    return context.body(null);
  });
  const [cookie = ''] = (await callback.request('/')).headers.getSetCookie();
  return cookie.split(';')[0] ?? '';
}

async function close(server: ServerType): Promise<void> {
  server.close();
  if ('closeAllConnections' in server) server.closeAllConnections();
  await once(server, 'close');
}
