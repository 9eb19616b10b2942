/** The one door to GitHub: a fetch that adds the API version, a time limit, safe redirects and a warning about endings. */

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

export interface TransportLog {
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/**
 * Versions live for two years after their successor; without this header GitHub moves us on silently.
 * @see https://docs.github.com/en/rest/about-the-rest-api/api-versions
 */
export const API_VERSION = '2022-11-28';
const REDIRECTS = new Set([301, 302, 307, 308]);
const MOST_REDIRECTS = 3;

/**
 * `timeout` in milliseconds covers the whole answer. Writes are redirected with the same method and body (plain fetch
 * turns a POST into a GET on 301, as GitHub answers after a rename), and never to another origin.
 */
export function createTransport(
  log: TransportLog,
  timeout = 60_000,
  send: Fetch = (url, init) => fetch(url, init),
): Fetch {
  const warned = new Set<string>();
  const warnOnce = (response: Response, url: URL) => {
    const [deprecation, sunset] = [response.headers.get('deprecation'), response.headers.get('sunset')];
    if (deprecation === null && sunset === null) return;
    const key = `${deprecation} ${sunset}`;
    if (warned.has(key)) return;
    warned.add(key);
    log.warn({ path: url.pathname, version: API_VERSION, deprecation, sunset }, 'GitHub is retiring something we use');
  };
  return async (address, init = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('x-github-api-version')) headers.set('x-github-api-version', API_VERSION);
    const limit = AbortSignal.timeout(timeout);
    const signal = init.signal == null ? limit : AbortSignal.any([init.signal, limit]);
    let url = new URL(address);
    for (let redirects = 0; ; redirects++) {
      const response = await send(url.href, { ...init, headers, signal, redirect: 'manual' });
      warnOnce(response, url);
      const location = REDIRECTS.has(response.status) ? response.headers.get('location') : null;
      if (location === null) return response;
      const next = tryUrl(location, url);
      await response.body?.cancel();
      if (next?.origin !== url.origin || redirects === MOST_REDIRECTS) throw new Error('GitHub sent us elsewhere');
      url = next;
    }
  };
}

function tryUrl(location: string, base: URL): URL | undefined {
  return URL.canParse(location, base.href) ? new URL(location, base) : undefined;
}
