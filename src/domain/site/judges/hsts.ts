/** Strict-Transport-Security: browsers come over https only, for how long, and for what. */
import { type Outcome, outcome } from '../outcome.js';
import { type Failure, isPage, type Page, valuesOf } from '../site.js';

/** 180 days, as the Observatory counts six months; a year is what we ask for. */
const SIX_MONTHS = 15_552_000;
const FIX = 'Strict-Transport-Security: max-age=31536000; includeSubDomains';

export interface Hsts {
  /** Seconds. */
  readonly maxAge: number;
  readonly includesSubdomains: boolean;
  readonly preload: boolean;
}

/** Null when it is sent twice or not as RFC 6797 has it: browsers take the first, and ignore a broken one. */
export function parseHsts(values: readonly string[]): Hsts | null {
  const [value] = values;
  if (value === undefined || values.length > 1 || value.includes(',')) return null;
  const directives = value
    .split(';')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
  const ages = directives
    .flatMap((part) => /^max-age\s*=\s*(?:(\d+)|"(\d+)")$/.exec(part)?.slice(1) ?? [])
    .filter((age) => age !== undefined);
  if (ages.length !== 1) return null;
  return {
    maxAge: Number(ages[0]),
    includesSubdomains: directives.includes('includesubdomains'),
    preload: directives.includes('preload'),
  };
}

export function judgeHsts(https: Page | Failure): Outcome<'hsts'> {
  if (!isPage(https)) return outcome('hsts', 'not-implemented-no-https', `There is no https: ${https.because}`, FIX);
  if (https.tls?.isTrusted === false)
    return outcome(
      'hsts',
      'invalid-cert',
      `The certificate is not good (${https.tls.problem}), so browsers ignore it`,
      FIX,
    );
  const values = valuesOf(https, 'strict-transport-security');
  if (values.length === 0) return outcome('hsts', 'not-implemented', 'Strict-Transport-Security is not sent', FIX);
  const hsts = parseHsts(values);
  if (hsts === null)
    return outcome(
      'hsts',
      'header-invalid',
      `Strict-Transport-Security is "${values.join(', ')}", which browsers ignore`,
      FIX,
    );
  const days = Math.floor(hsts.maxAge / 86_400);
  if (hsts.maxAge < SIX_MONTHS)
    return outcome(
      'hsts',
      'implemented-max-age-less-than-six-months',
      `Strict-Transport-Security holds for ${days} days only`,
      FIX,
    );
  return outcome('hsts', 'implemented-max-age-at-least-six-months', `Browsers come over https only, for ${days} days`);
}
