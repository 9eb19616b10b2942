/** JSON Web Tokens: bearer tokens, session tokens and API keys of many vendors. */
import type { Candidate, Rule, Sample, Verdict } from '../rule.js';
import { hasJwtHeader, jwtClaims } from './_checks.js';
import { BASE64URL, none, random } from './_samples.js';

/** The subject and the issuing time of the example that jwt.io and a thousand documents show. */
const EXAMPLE = { sub: '1234567890', iat: 1516239022 };

/** In seconds. A token that is dead within a week of its making is mostly so by the time that anybody reads the commit. */
const SHORT_LIVED = 7 * 24 * 3600;

/** Claims say how much a token is worth: one that lives long, or says nothing of its end, outlasts the commit. */
function judge({ value }: Candidate): Verdict | null {
  if (!hasJwtHeader(value)) return null;
  const claims = jwtClaims(value);
  if (claims === null || (claims.sub === EXAMPLE.sub && (claims.iat === EXAMPLE.iat || claims.admin === true)))
    return null;
  const { exp, iat, nbf } = claims;
  const made = typeof iat === 'number' ? iat : nbf;
  const isShort = typeof exp === 'number' && typeof made === 'number' && exp - made <= SHORT_LIVED;
  return { confidence: isShort ? 'low' : 'medium' };
}

function token(header: object, claims: object, signature: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part(header), part(claims), signature].join('.');
}

const HEADER = { alg: 'HS256', typ: 'JWT' };

const rule: Rule = {
  id: 'json-web-token',
  version: 1,
  provider: 'JSON Web Token',
  title: 'JSON Web Token',
  opens: 'what the service that signed it grants its bearer',
  severity: 'MEDIUM',
  confidence: 'medium',
  rank: 'format',
  keywords: ['eyj'],
  find: /(?<![-.])eyJ[A-Za-z0-9_-]{12,1000}\.eyJ[A-Za-z0-9_-]{6,6000}\.[A-Za-z0-9_-]{20,1000}(?![A-Za-z0-9_-])/,
  judgesPlaceholders: true,
  check: judge,
  reference: 'https://www.rfc-editor.org/rfc/rfc7519',
  runbook: 'json-web-token',
  matches: () =>
    [{ role: 'admin' }, { sub: 'a@acme.test', exp: 1900000000 }, { sub: EXAMPLE.sub, name: 'somebody' }].map(
      (claims, seed): Sample => {
        const value = token(HEADER, claims, random(BASE64URL, 43, seed + 1));
        return { text: `Authorization: Bearer ${value}\n`, value };
      },
    ),
  ignores: () =>
    none(
      token(HEADER, { ...EXAMPLE, name: 'John Doe' }, random(BASE64URL, 43)),
      token({ typ: 'JWT' }, { sub: 'nobody' }, random(BASE64URL, 43)),
      token(HEADER, { sub: 'nobody' }, 'short'),
      `eyJ${random(BASE64URL, 30)}.eyJ${random(BASE64URL, 30)}.${random(BASE64URL, 43)}`,
      'eyJ is base64 of an opening brace and a quote',
    ),
};

export default rule;
