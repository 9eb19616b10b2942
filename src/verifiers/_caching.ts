/** Whether what a page answers to one visitor may be shown to the next by a cache in between. */
import { headerOf, type Page } from '../domain/site/site.js';
import { type Judgement, met, unknown, unmet } from '../domain/verification/verdict.js';
import { asFix } from './_site.js';

const FIX = asFix('Cache-Control: no-store');

/** Only answers that depend on who asks can be judged: those that set a cookie, or refuse a stranger. */
export function judgeCaching(page: Page): Judgement {
  const isPersonal = headerOf(page, 'set-cookie') !== null || page.status === 401 || page.status === 403;
  if (!isPersonal)
    return unknown('the answer that strangers get depends on nobody; name an address that asks them to sign in');
  const what = page.status < 400 ? 'An answer that sets a cookie' : 'The answer to strangers';
  const words = (headerOf(page, 'cache-control') ?? '').toLowerCase().split(/\s*,\s*/);
  if (words.includes('no-store') || words.includes('private')) return met(`${what} is kept out of shared caches`);
  return unmet(`${what} may be kept by caches: Cache-Control is "${words.join(', ')}"`, FIX);
}
