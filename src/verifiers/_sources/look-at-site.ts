/** One look at a site, as a stranger: over https and http, and whether it still speaks an old version of TLS. */
import { ORIGIN } from '../../domain/site/judges/cors.js';
import type { Failure, Page, Site } from '../../domain/site/site.js';
import { Refused, Unreachable } from '../../infra/net/errors.js';
import type { GuardedAnswer, GuardedFetch, GuardedRequest } from '../../infra/net/guarded-fetch.js';

/** @param target an https address. Three requests, at the same time, of at most ten seconds each. */
export async function lookAtSite(fetch: GuardedFetch, target: string, signal: AbortSignal): Promise<Site> {
  const { host, port, pathname, search } = new URL(target);
  const ask = (url: string) => pageAt(fetch, url, { signal, badTls: 'tell', headers: { Origin: ORIGIN } });
  const [https, http, speaksOldTls] = await Promise.all([
    ask(target),
    port === '' ? ask(`http://${host}${pathname}${search}`) : { because: 'the address names a port of its own' },
    oldTlsAt(fetch, target, signal),
  ]);
  return { target, https, http, speaksOldTls };
}

/** @throws what is no answer and no lack of one, such as the signal's reason. */
export async function pageAt(fetch: GuardedFetch, url: string, request: GuardedRequest): Promise<Page | Failure> {
  try {
    return asPage(await fetch(url, request));
  } catch (error) {
    if (error instanceof Refused || error instanceof Unreachable) return { because: error.message };
    throw error;
  }
}

export function asPage({ url, status, headers, body, redirects, tls }: GuardedAnswer): Page {
  return { url, status, headers, body: new TextDecoder().decode(body), redirects, tls };
}

async function oldTlsAt(fetch: GuardedFetch, target: string, signal: AbortSignal): Promise<boolean | null> {
  try {
    await fetch(target, { method: 'HEAD', mostRedirects: 0, badTls: 'tell', newestTls: 'TLSv1.1', signal });
    return true;
  } catch (error) {
    if (error instanceof Refused) return null;
    if (!(error instanceof Unreachable)) throw error;
    // Servers refuse by an alert or by hanging up.
    return error.reason === 'tls' || error.reason === 'connection' ? false : null;
  }
}
