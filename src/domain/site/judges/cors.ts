/** Who else may read what the site answers. Asked with a made-up origin, which nobody has a reason to allow. */
import { type Outcome, outcome } from '../outcome.js';
import { headerOf, type Page } from '../site.js';

/** Sent as `Origin` with every look. */
export const ORIGIN = 'https://stranger.example';

export function judgeCors(page: Page): Outcome<'cors'> {
  const allowed = headerOf(page, 'access-control-allow-origin');
  if (allowed === null) return outcome('cors', 'not-implemented', 'No other site may read it');
  const withCredentials = headerOf(page, 'access-control-allow-credentials')?.toLowerCase() === 'true';
  if (allowed === ORIGIN && withCredentials)
    return outcome(
      'cors',
      'implemented-with-universal-access',
      'Every site may read it as the person who is logged in',
      'Answer `Access-Control-Allow-Origin` only for origins on a list of yours, or without credentials.',
    );
  if (allowed === '*' || allowed === ORIGIN)
    return outcome('cors', 'implemented-with-public-access', 'Every site may read it, without credentials');
  return outcome('cors', 'implemented-with-restricted-access', `Only ${allowed} may read it`);
}
