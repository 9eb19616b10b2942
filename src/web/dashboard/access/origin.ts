/** Under which address people find the dashboard, and which ways lead back into it. */
import { isLoopback } from '../../../core/github-site.js';

/** PUBLIC_URL, or this machine's own address where it is asked by that; null where neither is so. */
export function originOf(publicUrl: string | null, requestUrl: string): string | null {
  if (publicUrl !== null) return new URL(publicUrl).origin;
  const url = new URL(requestUrl);
  return isLoopback(url) ? url.origin : null;
}

/** Somebody else's page says so itself: browsers send at least one of the two with a form. */
export function isFromUs(
  headers: { readonly origin: string | undefined; readonly site: string | undefined },
  own: string,
): boolean {
  if (headers.site !== undefined && headers.site !== 'same-origin') return false;
  return headers.origin === undefined ? headers.site === 'same-origin' : headers.origin === own;
}

/** Longer ones are nobody's bookmark, and have to fit into a cookie. */
const LONGEST_PATH = 1500;

/** `asked` as a path of ours with its query, or `/`: nobody is led elsewhere by a link that somebody made. */
export function returnPath(asked: string | undefined, own: string): string {
  if (asked === undefined || !asked.startsWith('/') || asked.length > LONGEST_PATH) return '/';
  if (!URL.canParse(asked, own)) return '/';
  const { origin, pathname, search } = new URL(asked, own);
  // `/.//elsewhere` stays here as an address, and its path leads away.
  if (origin !== own || pathname.startsWith('//') || /^\/(?:login|logout)(?:\/|$)/.test(pathname)) return '/';
  return `${pathname}${search}`;
}
