/** Probot's Octokit as we use it: our transport, our pacing, our errors, no retries, and nothing of a body in its log. */
import { setTimeout as sleepFor } from 'node:timers/promises';
import { ProbotOctokit } from 'probot';
import type { Clock } from '../../core/clock.js';
import { classify } from './classify.js';
import { RateLimited, type Call } from './errors.js';
import type { Pace, Quota } from './gateway.js';
import { GITHUB_LIMITS, kindOf, type Limits, Pacer } from './pacing.js';
import { quotaIn } from './quota.js';
import { createTransport, type Fetch, type TransportLog } from './transport.js';

/** `quota` comes with the class below; a plain one has none. */
export type Octokit = ProbotOctokit & { readonly quota?: () => Quota | null };

export interface OctokitOptions {
  readonly clock: Clock;
  readonly log: TransportLog;
  readonly limits?: Limits;
  /** Milliseconds for one whole answer. */
  readonly timeout?: number;
  readonly sleep?: (ms: number) => Promise<unknown>;
  readonly send?: Fetch;
}

/** Pacers that were not asked for a while are full again, so the oldest may go. */
const MOST_PACERS = 20_000;

/**
 * The class to hand to `new Probot({ Octokit })`; each of its requests throws a `GitHubError` or nothing.
 * Probot's throttling plugin is off: it holds writes 1 s and replies 3 s apart and sleeps inside the job until a limit
 * is over. Its retry plugin is off: it repeats POSTs. See docs/decisions/0002-pacing.md.
 */
export function createOctokitClass(options: OctokitOptions): typeof ProbotOctokit {
  const transport = createTransport(options.log, options.timeout, options.send);
  const log = quietLog(options.log);
  const pacerOf = keepPacers(options.limits ?? GITHUB_LIMITS);
  const sleep = options.sleep ?? ((ms: number) => sleepFor(ms));

  const pace = (octokit: { hook: Octokit['hook'] }, instance: { auth?: unknown }) => {
    const pacer = pacerOf(installationIdOf(instance.auth) ?? 'app');
    octokit.hook.wrap('request', async (request, parameters) => {
      const call = callOf(parameters.method, parameters.url);
      const turn = pacer.take(kindOf(call.method, call.route), options.clock.now());
      if (!turn.go) throw new RateLimited(call, turn.until, 'pacing');
      if (turn.wait > 0) await sleep(turn.wait);
      try {
        const response = await request(parameters);
        pacer.quota = quotaIn(response.headers) ?? pacer.quota;
        return response;
      } catch (error) {
        pacer.quota = quotaIn((error as { response?: { headers?: object } }).response?.headers) ?? pacer.quota;
        const classified = classify(error, call, options.clock.now());
        if (classified instanceof RateLimited) pacer.block(classified.until);
        throw classified;
      }
    });
    const pace: Pace = { roomForContent: (count) => pacer.roomFor('content', count, options.clock.now()) };
    return { pace, quota: () => pacer.quota };
  };

  return ProbotOctokit.plugin(pace).defaults((instance: Record<string, unknown>) => ({
    ...instance,
    log,
    // Its own log would repeat a deprecation with every request; the transport says it once.
    request: { ...(instance.request as object | undefined), fetch: transport, log: SILENT },
    auth: withOwnRequest(instance, transport),
    throttle: { enabled: false },
    retry: { enabled: false },
  })) as typeof ProbotOctokit;
}

/** @throws TypeError for a client of another class. */
export function paceOf(octokit: Octokit): Pace {
  const { pace } = octokit as Partial<{ readonly pace: Pace }>;
  if (pace === undefined) throw new TypeError('Not a client of our class');
  return pace;
}

/** Left alone, `auth({ type: 'installation' })` forgets the base URL and sends our key's JWT to github.com. */
function withOwnRequest(instance: Record<string, unknown>, transport: Fetch): unknown {
  const { auth, baseUrl } = instance as { auth?: unknown; baseUrl?: string };
  if (typeof auth !== 'object' || auth === null) return auth;
  const { request } = auth as { request?: Octokit['request'] };
  if (request === undefined) return auth;
  const defaults = { request: { fetch: transport, log: SILENT }, ...(baseUrl === undefined ? {} : { baseUrl }) };
  return { ...auth, request: request.defaults(defaults) };
}

/** The path without host, query and values where the caller gave a template. */
export function callOf(method: string, url: string): Call {
  const route = url.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/s, '');
  return { method, route: route === '' ? '/' : route };
}

function installationIdOf(auth: unknown): number | undefined {
  const id =
    typeof auth === 'object' && auth !== null ? (auth as { installationId?: unknown }).installationId : undefined;
  return id === undefined ? undefined : Number(id);
}

function keepPacers(limits: Limits): (key: number | 'app') => Pacer {
  const pacers = new Map<number | 'app', Pacer>();
  return (key) => {
    const pacer = pacers.get(key) ?? new Pacer(limits);
    pacers.delete(key);
    pacers.set(key, pacer);
    const [oldest] = pacers.keys();
    if (pacers.size > MOST_PACERS && oldest !== undefined) pacers.delete(oldest);
    return pacer;
  };
}

const nothing = () => undefined;
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Octokit and Probot log request bodies at debug level, and a body may quote a secret. */
function quietLog(log: TransportLog) {
  const pass = (text: unknown) => log.warn({ octokit: typeof text === 'string' ? text : 'see trace' }, 'Octokit warns');
  const quiet = { trace: nothing, debug: nothing, info: nothing, warn: pass, error: pass, fatal: pass };
  return { ...quiet, child: () => quiet };
}
