/** Headers that hold one word of a few: content types, isolation, referrers. */
import { type Outcome, outcome } from '../outcome.js';
import { headerOf, type Page } from '../site.js';
import { metaOf } from '../html.js';

export function judgeNosniff(page: Page): Outcome<'nosniff'> {
  const fix = 'X-Content-Type-Options: nosniff';
  const value = headerOf(page, 'x-content-type-options');
  if (value === null) return outcome('nosniff', 'not-implemented', 'X-Content-Type-Options is not sent', fix);
  if (value.toLowerCase() === 'nosniff')
    return outcome('nosniff', 'nosniff', 'Browsers take content types as they are said');
  return outcome('nosniff', 'header-invalid', `X-Content-Type-Options is "${value}", not nosniff`, fix);
}

export function judgeCoep(page: Page): Outcome<'coep'> {
  const name = 'Cross-Origin-Embedder-Policy';
  const value = wordOf(page, name);
  const fix = `${name}: require-corp`;
  if (value === null) return outcome('coep', 'not-implemented', `${name} is not sent`, fix);
  if (value === 'require-corp')
    return outcome('coep', 'implemented-with-require-corp', `${name} asks what is embedded for consent`);
  if (value === 'credentialless')
    return outcome('coep', 'implemented-with-credentialless', `${name} embeds others without credentials`);
  if (value === 'unsafe-none') return outcome('coep', 'implemented-with-unsafe-none', `${name} allows everything`, fix);
  return outcome('coep', 'header-invalid', `${name} is "${value}", which means nothing`, fix);
}

export function judgeCoop(page: Page): Outcome<'coop'> {
  const name = 'Cross-Origin-Opener-Policy';
  const value = wordOf(page, name);
  const fix = `${name}: same-origin`;
  if (value === null) return outcome('coop', 'not-implemented', `${name} is not sent`, fix);
  switch (value) {
    case 'same-origin':
    case 'same-origin-allow-popups':
    case 'noopener-allow-popups':
      return outcome('coop', `implemented-with-${value}`, `${name} keeps other sites' windows apart`);
    case 'unsafe-none':
      return outcome('coop', 'implemented-with-unsafe-none', `${name} allows everything`, fix);
    default:
      return outcome('coop', 'header-invalid', `${name} is "${value}", which means nothing`, fix);
  }
}

export function judgeCorp(page: Page): Outcome<'corp'> {
  const name = 'Cross-Origin-Resource-Policy';
  const value = wordOf(page, name);
  const fix = `${name}: same-origin`;
  if (value === null) return outcome('corp', 'not-implemented', `${name} is not sent`, fix);
  if (value === 'same-origin' || value === 'same-site')
    return outcome('corp', `implemented-with-${value}`, `${name} keeps other sites from embedding this one`);
  if (value === 'cross-origin')
    return outcome('corp', 'implemented-with-cross-origin', `${name} lets every site embed it`, fix);
  return outcome('corp', 'header-invalid', `${name} is "${value}", which means nothing`, fix);
}

const PRIVATE = new Set(['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin']);
const UNSAFE = new Set(['no-referrer-when-downgrade', 'origin', 'origin-when-cross-origin', 'unsafe-url']);

/** Of several values the last one that browsers know counts; an element of the page goes before the header. */
export function judgeReferrer(page: Page): Outcome<'referrer-policy'> {
  const fix = 'Referrer-Policy: strict-origin-when-cross-origin';
  const value = metaOf(page, 'referrer') ?? headerOf(page, 'referrer-policy');
  if (value === null)
    return outcome('referrer-policy', 'not-implemented', 'Referrer-Policy is not sent; browsers choose', fix);
  const words = value
    .toLowerCase()
    .split(',')
    .map((word) => word.trim());
  const known = words.findLast((word) => PRIVATE.has(word) || UNSAFE.has(word));
  if (known === undefined)
    return outcome('referrer-policy', 'header-invalid', `Referrer-Policy is "${value}", which means nothing`, fix);
  if (PRIVATE.has(known))
    return outcome('referrer-policy', 'private', `Referrer-Policy is ${known}: other sites learn little`);
  return outcome('referrer-policy', 'unsafe', `Referrer-Policy is ${known}: other sites learn addresses`, fix);
}

/** Parameters after a semicolon, such as where to report, do not change the word. */
function wordOf(page: Page, name: string): string | null {
  return headerOf(page, name.toLowerCase())?.split(';')[0]?.trim().toLowerCase() ?? null;
}
