/** What a stranger on the Internet finds at the addresses that are not for strangers. */
import type { Exposure } from '../../domain/policy/index.js';
import { elementsOf } from '../../domain/site/html.js';
import { type Failure, isPage, type Page } from '../../domain/site/site.js';
import { defineSource, Hidden, webOf } from '../_source.js';
import { pageAt } from './look-at-site.js';

export type Found =
  /** No such name, nobody listens, only inner addresses, or too slow. */
  | { readonly kind: 'unreachable'; readonly because: string }
  /** It asks who is there, or shows nothing. */
  | { readonly kind: 'guarded'; readonly because: string }
  | { readonly kind: 'open'; readonly because: string }
  /** Something in between answers. */
  | { readonly kind: 'unclear'; readonly because: string };

export interface Exposed extends Exposure {
  readonly found: Found;
  /** The answer; null without one. */
  readonly page: Page | null;
}

export const exposure = defineSource<readonly Exposed[]>({
  name: 'the addresses that strangers must not reach',
  // Which of them stands open is the last thing to be told to everybody.
  isConfidential: true,
  async read(origin, _, signal) {
    const { exposure, fetchFromOutside } = webOf(origin);
    if (exposure.length === 0) throw new Hidden('no address is named: `exposure:` in the policy');
    const ask = (url: string) => pageAt(fetchFromOutside, url, { signal, badTls: 'tell' });
    const seen = await Promise.all(exposure.map(async (entry) => ({ entry, page: await ask(entry.url) })));
    const isOnline = seen.some(({ page }) => isPage(page)) || isPage(await ask(CONTROL));
    const value = seen.map(({ entry, page }) => ({
      ...entry,
      found: isOnline ? foundAt(entry.url, page) : OFFLINE,
      page: isPage(page) ? page : null,
    }));
    return { value, where: exposure.map(({ url }) => url).join(' ') };
  },
});

/** Always there: without a way to it everything would look closed. */
const CONTROL = 'https://github.com/robots.txt';
const OFFLINE: Found = { kind: 'unclear', because: 'nothing on the Internet can be reached from here' };

const SIGN_IN =
  /(?:^|[./_-])(?:log[-_]?[io]n|sign[-_]?in|sso|oauth2?|saml2?|adfs|authorize|idp|auth|accounts?|cloudflareaccess)(?:[./_?-]|$)/i;

/** Pure, for the tests. */
export function foundAt(url: string, page: Page | Failure): Found {
  if (!isPage(page)) return { kind: 'unreachable', because: page.because };
  const { status } = page;
  if (status === 401 || status === 403 || status === 407) return { kind: 'guarded', because: `it answers ${status}` };
  if (status === 404 || status === 410) return { kind: 'guarded', because: `it answers ${status} and shows nothing` };
  if (status >= 500) return { kind: 'unclear', because: `it answers ${status}, which may be a server in between` };
  const [from, to] = [new URL(url), new URL(page.url)];
  const isElsewhere = from.host !== to.host || from.pathname !== to.pathname;
  if (isElsewhere && SIGN_IN.test(`${to.host}${to.pathname}`))
    return { kind: 'guarded', because: `it leads to a sign-in at ${to.host}` };
  const asks = elementsOf(page).some(
    ({ name, attributes }) => name === 'input' && attributes.type?.toLowerCase() === 'password',
  );
  if (asks) return { kind: 'guarded', because: 'it shows a form that asks for a password' };
  return { kind: 'open', because: `it answers ${status} without asking who is there` };
}
