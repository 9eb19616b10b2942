/** JSON Web Tokens: bearer tokens, session tokens and API keys of many vendors. */
import type { Candidate, Rule, Sample, Verdict } from '../rule.js';
import { hasJwtHeader, jwtClaims } from './_checks.js';
import { BASE64URL, none, random } from './_samples.js';

/** The subject and the issuing time of the example that jwt.io and a thousand documents show. */
const EXAMPLE = { sub: '1234567890', iat: 1516239022 };

/** The end of the token in RFC 7519, which tests and documents of every library sign anew. */
const RFC_7519 = 1300819380;
/** Names that RFC 2606 and RFC 6963 keep for examples: nobody trusts such a token. */
const EXAMPLE_NAME = /^https?:\/\/(?:[a-z0-9-]{1,40}\.){0,3}example(?:\.|\/|$)|^urn:example:/i;

/** In seconds. A token that is dead within a week of its making is mostly so by the time that anybody reads the commit. */
const SHORT_LIVED = 7 * 24 * 3600;

/** Claims say how much a token is worth: one that lives long, or says nothing of its end, outlasts the commit. */
function judge({ value }: Candidate): Verdict | null {
  if (!hasJwtHeader(value)) return null;
  const claims = jwtClaims(value);
  if (claims === null || isExample(claims)) return null;
  const { exp, iat, nbf } = claims;
  const made = typeof iat === 'number' ? iat : nbf;
  const isShort = typeof exp === 'number' && typeof made === 'number' && exp - made <= SHORT_LIVED;
  return { confidence: isShort || saysLittle(claims) ? 'low' : 'medium' };
}

type Claims = Readonly<Record<string, unknown>>;

function isExample({ sub, iat, exp, admin }: Claims): boolean {
  return exp === RFC_7519 || (sub === EXAMPLE.sub && (iat === EXAMPLE.iat || admin === true));
}

/** True for one claim or none, `{"foo": "bar"}`, and for issuers and claims of nobody. */
function saysLittle(claims: Claims): boolean {
  const names = Object.keys(claims);
  return names.length <= 1 || [...names, claims.iss, claims.aud].some((name) => EXAMPLE_NAME.test(String(name)));
}

function token(header: object, claims: object, signature: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part(header), part(claims), signature].join('.');
}

const HEADER = { alg: 'HS256', typ: 'JWT' };

const rule: Rule = {
  id: 'json-web-token',
  version: 2,
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
      token(HEADER, { exp: RFC_7519, iss: 'joe' }, random(BASE64URL, 43)),
      token({ typ: 'JWT' }, { sub: 'nobody' }, random(BASE64URL, 43)),
      token(HEADER, { sub: 'nobody' }, 'short'),
      `eyJ${random(BASE64URL, 30)}.eyJ${random(BASE64URL, 30)}.${random(BASE64URL, 43)}`,
      'eyJ is base64 of an opening brace and a quote',
    ),
};

export default rule;
