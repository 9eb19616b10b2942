/** Which GitHub is meant: github.com, a company's own address on ghe.com, an Enterprise Server, or a local stand-in. */
import { UserError } from './user-error.js';

export interface GitHubSite {
  /** Where people click: `https://github.com`, without a trailing slash. */
  readonly url: string;
  /** Where programs call: `https://api.github.com`, without a trailing slash. */
  readonly apiUrl: string;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** True for an address that only this machine reaches. */
export function isLoopback(url: URL): boolean {
  return LOOPBACK.test(url.hostname);
}

/**
 * The origin of an address: https (http on loopback only), no path, no query, no credentials.
 * @throws UserError saying what was expected, with `example`.
 */
export function parseOrigin(text: string, example: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) throw new UserError(`is not a web address; write it like ${example}`);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
    throw new UserError(`must start with https:// (plain http is for this machine only), like ${example}`);
  }
  if (url.username !== '' || url.password !== '')
    throw new UserError(`must not hold a user name or password, like ${example}`);
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new UserError(`must end after the host name (and port), like ${example}`);
  }
  return url.origin;
}

/**
 * Reads an address as people know it and finds the API base that belongs to it.
 * @see https://docs.github.com/en/enterprise-server/rest/overview/resources-in-the-rest-api for `/api/v3`
 * @see https://docs.github.com/en/enterprise-cloud/data-residency for `api.SUBDOMAIN.ghe.com`
 * @throws UserError when it is no https origin.
 */
export function parseGitHubSite(text: string): GitHubSite {
  const url = parseOrigin(text, 'https://github.com or https://github.example.com');
  const { hostname } = new URL(url);
  if (hostname === 'github.com' || hostname === 'www.github.com' || hostname === 'api.github.com') {
    return { url: 'https://github.com', apiUrl: 'https://api.github.com' };
  }
  if (hostname.endsWith('.ghe.com')) return { url, apiUrl: `https://api.${hostname}` };
  return { url, apiUrl: `${url}/api/v3` };
}
