/** The one HTTP server: git, the API under both of its prefixes, the manifest pages, and whatever pages are added. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { type Api, dispatch } from './dispatch.js';
import { serveGit } from './git-transport.js';
import { manifestPages } from './manifest-pages.js';
import { signInPages } from './sign-in-pages.js';

const PREFIX = /^\/api\/v3(?=\/|$)/;
const GRAPHQL = /^\/api\/graphql\/?$/;

/** The path below the API's prefix, as it was written, percent signs and all. */
function apiPath(request: Request): { readonly path: string; readonly prefixed: boolean } {
  const { pathname } = new URL(request.url);
  if (GRAPHQL.test(pathname)) return { path: '/graphql', prefixed: true };
  return { path: pathname.replace(PREFIX, ''), prefixed: PREFIX.test(pathname) };
}

/** A browser at the root wants the page of that path, not the API's JSON. */
function wantsPage(request: Request): boolean {
  return (request.headers.get('accept') ?? '').includes('text/html');
}

export function createServer(api: Api): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    const request = c.req.raw;
    const git = await serveGit(api.world, request);
    if (git !== null) return git;
    const { path, prefixed } = apiPath(request);
    if (!prefixed && wantsPage(request)) return next();
    const answer = await dispatch(api, request, path);
    if (answer !== null) return answer;
    return prefixed ? c.notFound() : next();
  });
  app.route('/', manifestPages(api.world));
  app.route('/', signInPages(api.world));
  app.notFound((c) => c.json({ message: 'Not Found', documentation_url: 'https://docs.github.com/rest' }, 404));
  return app;
}

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** @throws Error when the port is taken. */
export function listen(app: Hono, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (address: AddressInfo) => {
      resolve({
        url: `http://127.0.0.1:${address.port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.on('error', reject);
  });
}
