/** What becomes of somebody who comes over http. */
import { type Outcome, outcome } from '../outcome.js';
import { isPage, type Site } from '../site.js';

const FIX = 'Answer http with `301` and `Location: https://` and the same host and path.';

export function judgeRedirection({ http, https }: Pick<Site, 'http' | 'https'>): Outcome<'redirection'> {
  if (!isPage(http)) return outcome('redirection', 'not-needed-no-http', `Nothing answers over http: ${http.because}`);
  const [first, second] = [...http.redirects.map(({ url }) => url), http.url];
  if (first === undefined || second === undefined)
    return outcome('redirection', 'missing', 'http answers without leading to https', FIX);
  const [from, to, end] = [new URL(first), new URL(second), new URL(http.url)];
  if (end.protocol !== 'https:')
    return outcome('redirection', 'not-to-https', 'http leads on, and never to https', FIX);
  if (http.tls?.isTrusted === false || (isPage(https) && https.tls?.isTrusted === false))
    return outcome(
      'redirection',
      'invalid-cert',
      'http leads to https with a certificate that is not good',
      'Renew the certificate.',
    );
  if (to.protocol !== 'https:')
    return outcome(
      'redirection',
      'not-to-https-on-initial-redirection',
      'http leads to another http address before it comes to https',
      FIX,
    );
  if (to.hostname !== from.hostname)
    return outcome(
      'redirection',
      'off-host-from-http',
      `http leads to ${to.hostname} at once: ${from.hostname} cannot send its HSTS`,
      FIX,
    );
  return outcome('redirection', 'to-https', 'http leads to https at once');
}
