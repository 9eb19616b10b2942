/** The way of one API request: faults, credentials, limits, the contract, the route, the answer, the log. */
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from '../api-error.js';
import type { ApiRequest, LoggedRequest, SandboxOptions } from '../types.js';
import type { World } from '../world.js';
import { ApiCall, type Reply, type Route } from './call.js';
import { type Caller, identify } from './caller.js';
import type { FaultScript } from './faults.js';
import type { RateLimits } from './rate-limit.js';
import type { createRouter, Match } from './router.js';

const DOCS = 'https://docs.github.com/rest';

export interface Api {
  readonly world: World;
  readonly match: ReturnType<typeof createRouter>;
  readonly limits: RateLimits;
  readonly faults: FaultScript;
  readonly log: LoggedRequest[];
  readonly validate: SandboxOptions['validate'];
}

const REPOSITORY_BY_ID = /^\/repositories\/(?<id>\d+)(?<rest>\/.*)?$/;

/** `/repositories/ID/...` is `/repos/OWNER/NAME/...`: where redirects after a rename lead. */
function canonical(world: World, path: string): string {
  const groups = REPOSITORY_BY_ID.exec(path)?.groups;
  const repo = world.state.repositories.get(Number(groups?.id));
  return repo === undefined ? path : `/repos/${repo.owner}/${repo.name}${groups?.rest ?? ''}`;
}

/** Answers a request below the API's prefix; null when no route has this path, so that a page may. */
export async function dispatch(api: Api, request: Request, path: string): Promise<Response | null> {
  const match = api.match(request.method === 'HEAD' ? 'GET' : request.method, canonical(api.world, path));
  return match === null ? null : carryOut(api, request, path, match);
}

async function carryOut(api: Api, request: Request, path: string, match: Match): Promise<Response> {
  const { world } = api;
  const faults = api.faults.strike(request.method, path);
  for (const fault of faults) if (fault.effect === 'latency') await sleep(fault.ms ?? 0);
  const fault = faults.find(({ effect }) => effect !== 'latency');
  let caller: Caller = { kind: 'anonymous' };
  let reply: Reply;
  let error: unknown;
  try {
    if (fault !== undefined && fault.effect !== 'error-after') throw api.faults.answer(fault);
    caller = identify(world, request.headers.get('authorization') ?? undefined);
    spend(api, caller, match.route);
    reply = await perform(api, request, path, match, caller);
    if (fault !== undefined) throw api.faults.answer(fault);
  } catch (thrown) {
    if (!(thrown instanceof ApiError)) error = thrown;
    reply = refusal(thrown);
  }
  const response = respond(api, request, caller, reply);
  api.log.push({
    method: request.method,
    path,
    route: match.route.path,
    status: response.status,
    installationId: caller.kind === 'installation' ? caller.installation.id : null,
    at: world.clock.now(),
    ...(error !== undefined && { error }),
  });
  return response;
}

function spend(api: Api, caller: Caller, route: Route): void {
  if (route.path === '/rate_limit') return;
  if (!api.limits.take(caller)) throw new ApiError(403, 'API rate limit exceeded for installation.');
}

function ensureCaller(route: Route, caller: Caller): void {
  if (route.caller === 'app' && caller.kind !== 'app') {
    throw new ApiError(401, 'A JSON web token could not be decoded');
  }
  if (route.caller === 'installation' && caller.kind !== 'installation') {
    throw new ApiError(403, 'You must authenticate with an installation access token in order to list repositories.');
  }
}

async function readBody(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 'Problems parsing JSON');
  }
}

async function perform(api: Api, request: Request, path: string, match: Match, caller: Caller): Promise<Reply> {
  const { route, params } = match;
  ensureCaller(route, caller);
  const unsafe = route.method !== 'GET';
  if (unsafe && (request.headers.has('if-match') || request.headers.has('if-none-match'))) {
    const message = 'Conditional request headers are not allowed in unsafe requests unless supported by the endpoint';
    throw new ApiError(400, message);
  }
  const body = unsafe ? await readBody(request) : undefined;
  const url = new URL(request.url);
  const asked = describe(request, url, canonical(api.world, path), match, caller, body);
  // GraphQL is not in the REST description; its route checks permissions itself.
  const refused = route.path === '/graphql' ? null : await api.validate?.(asked);
  if (refused) return { status: refused.status, json: refused.body, headers: refused.headers ?? {} };
  url.pathname = path;
  const accept = request.headers.get('accept') ?? '';
  return route.handle(new ApiCall(api.world, caller, { method: route.method, url, params, accept, body }));
}

function describe(request: Request, url: URL, path: string, match: Match, caller: Caller, body: unknown): ApiRequest {
  const ours = caller.kind === 'installation' ? caller : null;
  return {
    method: match.route.method,
    path,
    route: match.route.path,
    params: match.params,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(request.headers),
    body,
    caller: caller.kind,
    permissions: ours?.token.permissions ?? null,
    installation: ours?.installation ?? null,
  };
}

function refusal(thrown: unknown): Reply {
  if (!(thrown instanceof ApiError)) {
    return { status: 500, json: { message: 'Server Error', documentation_url: DOCS, status: '500' } };
  }
  const { status, message, errors, headers } = thrown;
  const moved = headers.location === undefined ? {} : { url: headers.location };
  const json = { message, ...moved, ...(errors && { errors }), documentation_url: DOCS, status: String(status) };
  return { status, json, headers };
}

function respond(api: Api, request: Request, caller: Caller, reply: Reply): Response {
  const body = reply.bytes ?? (reply.json === undefined ? null : Buffer.from(JSON.stringify(reply.json)));
  const headers = new Headers({
    'content-type': 'application/json; charset=utf-8',
    date: api.world.clock.now().toUTCString(),
    server: 'github.com',
    'x-github-media-type': 'github.v3; format=json',
    'x-github-request-id': randomBytes(8).toString('hex').toUpperCase(),
    'x-github-api-version-selected': request.headers.get('x-github-api-version') ?? '2022-11-28',
  });
  if (body === null) headers.delete('content-type');
  if (request.method === 'GET' && reply.status === 200 && body !== null) {
    const etag = `W/"${createHash('sha256').update(body).digest('hex')}"`;
    headers.set('etag', etag);
    headers.set('cache-control', 'private, max-age=60, s-maxage=60');
    if (sameTag(request.headers.get('if-none-match'), etag)) {
      api.limits.giveBack(caller);
      for (const [name, value] of Object.entries(api.limits.headers(caller))) headers.set(name, value);
      headers.delete('content-type');
      return new Response(null, { status: 304, headers });
    }
  }
  const extra = { ...api.limits.headers(caller), ...reply.headers };
  for (const [name, value] of Object.entries(extra)) headers.set(name, value);
  return new Response(request.method === 'HEAD' ? null : body, { status: reply.status, headers });
}

/** Weak comparison: clients and proxies drop or add the `W/`. */
function sameTag(given: string | null, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return (given ?? '').split(',').some((tag) => bare(tag) === bare(etag));
}

/** How many requests there were of each kind: see `RequestLog.byKind`. */
export function countByKind(log: readonly LoggedRequest[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { method, route, status } of log) {
    const kind = `${method} ${route}${status === 304 ? ' 304' : ''}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
