/** The one way to addresses that people name: only public ones, every redirect checked again, little time, little data, no credentials. */
import type { AddressGuard } from './address-guard.js';
import { Refused, Unreachable } from './errors.js';
import { type Answer, exchange } from './exchange.js';
import { addressesOf, type Resolve, resolveByDns } from './reach.js';

export interface GuardedRequest {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  /** Not sent on to another origin, but for `accept` and `origin`, which are nobody's secrets. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Redirects that are followed, 5 unless told; 0 answers the first one as it is. Only GET and HEAD are sent on. */
  readonly mostRedirects?: number;
  /** Bytes of the answer, 1 MiB unless told; more is cut off. */
  readonly maxBytes?: number;
  /** Milliseconds for everything, redirects included; 10,000 unless told. */
  readonly timeoutMs?: number;
  /** `tell` goes on with a bad certificate or an old version of TLS, and tells; for those who judge it. */
  readonly badTls?: 'refuse' | 'tell';
  /** The newest version of TLS that is offered; goes with `tell`, to see whether it is still spoken. */
  readonly newestTls?: 'TLSv1.1';
  readonly signal?: AbortSignal;
}

/** A step on the way: what was asked, and what it answered. */
export interface Hop extends Omit<Answer, 'body' | 'isCut'> {
  readonly url: string;
}

export interface GuardedAnswer extends Answer {
  /** Where the answer came from in the end. */
  readonly url: string;
  /** The redirects before it, in order. */
  readonly redirects: readonly Hop[];
}

/** @throws Refused before anything is sent to an address that is none of ours to ask; Unreachable when no answer comes. */
export type GuardedFetch = (url: string, request?: GuardedRequest) => Promise<GuardedAnswer>;

export interface GuardedFetchOptions {
  readonly mayReach: AddressGuard;
  /** The proxy for an address, as the environment names it; empty or null for none. */
  readonly proxyFor: (url: string) => string | null;
  readonly userAgent: string;
  /** Certificates that vouch for others, as PEM; those that Node brings unless told. */
  readonly ca?: string;
  readonly resolve?: Resolve;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const HARMLESS = new Set(['accept', 'origin']);
const MIB = 1 << 20;
const TIMEOUT_MS = 10_000;
const MOST_REDIRECTS = 5;

export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  return async (address, request = {}) => {
    const { timeoutMs = TIMEOUT_MS, mostRedirects = MOST_REDIRECTS, method = 'GET' } = request;
    const limit = AbortSignal.timeout(timeoutMs);
    const signal = request.signal === undefined ? limit : AbortSignal.any([limit, request.signal]);
    const first = parsed(address);
    const redirects: Hop[] = [];
    try {
      for (let url = first; ; ) {
        const answer = await ask(url, first, request, options, signal);
        const next = method === 'POST' ? null : nextOf(answer, url);
        if (next === null || redirects.length >= mostRedirects) {
          if (next !== null && mostRedirects > 0)
            throw new Unreachable(`${first.host} redirects more than ${mostRedirects} times`, 'answer');
          return { ...answer, url: url.href, redirects };
        }
        const { status, headers, tls } = answer;
        redirects.push({ url: url.href, status, headers, tls });
        url = next;
      }
    } catch (error) {
      if (limit.aborted && !(error instanceof Refused))
        throw new Unreachable(`${first.host} does not answer in time`, 'time', { cause: error });
      throw error;
    }
  };
}

async function ask(
  url: URL,
  first: URL,
  request: GuardedRequest,
  options: GuardedFetchOptions,
  signal: AbortSignal,
): Promise<Answer> {
  const { method = 'GET', body, maxBytes = MIB, badTls = 'refuse', newestTls = null } = request;
  const proxy = options.proxyFor(url.href) || null;
  const reach = { mayReach: options.mayReach, resolve: options.resolve ?? resolveByDns, isProxied: proxy !== null };
  const addresses = await unless(signal, addressesOf(url, reach));
  const given = Object.entries(request.headers ?? {});
  const own = url.origin === first.origin ? given : given.filter(([name]) => HARMLESS.has(name.toLowerCase()));
  const headers = {
    'user-agent': options.userAgent,
    'accept-encoding': 'gzip, deflate, br',
    ...Object.fromEntries(own),
    host: url.host,
  };
  const requiresGoodTls = badTls === 'refuse';
  return exchange({
    url,
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    addresses,
    proxy,
    maxBytes,
    requiresGoodTls,
    newestTls,
    ...(options.ca === undefined ? {} : { ca: options.ca }),
    signal,
  });
}

/** A look-up of names cannot be aborted; nobody has to wait for it. */
async function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, aborted]);
}

function nextOf({ status, headers }: Answer, url: URL): URL | null {
  const location = headers.find(([name]) => name === 'location')?.[1];
  if (!REDIRECTS.has(status) || location === undefined) return null;
  if (!URL.canParse(location, url.href)) throw new Unreachable(`${url.host} redirects to what is no address`, 'answer');
  return new URL(location, url.href);
}

/** @throws Refused */
function parsed(address: string): URL {
  if (!URL.canParse(address)) throw new Refused(`"${address.slice(0, 200)}" is no address such as https://example.com`);
  return new URL(address);
}
