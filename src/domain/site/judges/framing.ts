/** Whether other sites may show this one in a frame, and have people click in it unawares. */
import { type Outcome, outcome } from '../outcome.js';
import { headerOf, type Page } from '../site.js';
import { policiesOf } from './csp.js';

const FIX = "Content-Security-Policy: frame-ancestors 'none'";
const BROAD = new Set(['*', 'https:', 'http:', 'http://*', 'https://*']);

/** A policy's `frame-ancestors` goes before the older header. In a meta element browsers ignore it. */
export function judgeFraming(page: Page): Outcome<'framing'> {
  const ancestors = policiesOf(page, 'header').flatMap((policy) => {
    const sources = policy.get('frame-ancestors');
    return sources === undefined ? [] : [sources];
  });
  if (ancestors.some((sources) => !sources.some((source) => BROAD.has(source))))
    return outcome('framing', 'implemented-via-csp', 'frame-ancestors says who may frame it');
  const value = headerOf(page, 'x-frame-options')?.toUpperCase() ?? null;
  if (value === null) return outcome('framing', 'not-implemented', 'Every site may frame it', FIX);
  if (value === 'DENY' || value === 'SAMEORIGIN')
    return outcome('framing', 'sameorigin-or-deny', `X-Frame-Options is ${value}`);
  if (value.startsWith('ALLOW-FROM '))
    return outcome('framing', 'allow-from-origin', 'X-Frame-Options is ALLOW-FROM, which browsers ignore', FIX);
  return outcome('framing', 'header-invalid', `X-Frame-Options is "${value}", which means nothing`, FIX);
}
