/** Shapes beside the two of `_shapes.ts`: JSON Web Tokens told by a name or by their claims, and a body with dots. */
import type { Confidence, Rule } from '../rule.js';
import { assigned } from './_assigned.js';
import { hasJwtHeader, jwtClaims } from './_checks.js';
import { BASE64URL, none, random } from './_samples.js';
import { literal } from './_literal.js';
import { base64url, type Body } from './_shapes.js';

type Claims = Readonly<Record<string, unknown>>;
type Shape = Pick<Rule, 'keywords' | 'find' | 'confidence' | 'matches' | 'ignores'> & Partial<Rule>;

/** Base64url with the dots and equal signs that some vendors' tokens have in their middle. */
export function dotted(length: number, most = length): Body {
  return { ...base64url(length, most), source: `[0-9A-Za-z_.=-]{${length},${most}}`, members: '0-9A-Za-z.=\\-' };
}

const JWT = 'eyJ[A-Za-z0-9_-]{10,600}\\.eyJ[A-Za-z0-9_-]{10,2000}\\.[A-Za-z0-9_-]{20,700}';

function jwt(claims: Claims, seed: number): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part({ alg: 'HS256', typ: 'JWT' }), part(claims), random(BASE64URL, 43, seed)].join('.');
}

/** A JSON Web Token given to a name with the vendor in it; `named` reads 256 characters, and these are longer. */
export function jwtNamed(...names: readonly string[]): Shape {
  return {
    confidence: 'high',
    boundary: 'anywhere',
    judgesPlaceholders: true,
    keywords: names,
    find: assigned(`(?:${names.map(literal).join('|')})`, JWT),
    check: ({ value }) => (hasJwtHeader(value) && jwtClaims(value) !== null ? { confidence: 'high' } : null),
    matches: () =>
      names.flatMap((name, index) => {
        const value = jwt({ sub: `${index}`, role: 'writer' }, index + 1);
        return [
          `${name.toUpperCase()}_TOKEN=${value}\n`,
          `{"${name}": "${value}"}`,
          `  ${name}-token: ${value}\n  retries: 3\n`,
        ].map((text) => ({ text, value }));
      }),
    ignores: () =>
      names.flatMap((name, index) =>
        none(
          `${name}_token = eyJ${random(BASE64URL, 30, index + 1)}.eyJ${random(BASE64URL, 30)}.${random(BASE64URL, 43)}`,
          `${name}_token = import.meta.env.TOKEN`,
          `${name}_token = ${jwt({ sub: '1' }, 2).slice(0, 60)}`,
        ),
      ),
  };
}

/** A JSON Web Token told by its claims: `judge` says null to those of others. `claims` is a sample of the vendor's, `others` are not. */
export function jwtClaiming(
  judge: (claims: Claims) => Confidence | null,
  claims: Claims,
  ...others: readonly Claims[]
): Shape {
  return {
    confidence: 'high',
    judgesPlaceholders: true,
    keywords: ['eyj'],
    find: new RegExp(`(?<![-.])${JWT}(?![A-Za-z0-9_-])`),
    check: ({ value }) => {
      const found = jwtClaims(value);
      const confidence = found !== null && hasJwtHeader(value) ? judge(found) : null;
      return confidence === null ? null : { confidence };
    },
    matches: () =>
      [1, 2, 3].map((seed) => {
        const value = jwt({ ...claims, iat: 1_700_000_000 + seed }, seed);
        return { text: `authorization: Bearer ${value}\n`, value };
      }),
    ignores: () =>
      none(
        ...[{}, { sub: 'a@acme.test' }, ...others].map((other, index) => jwt(other, index + 4)),
        `eyJ${random(BASE64URL, 30)}.eyJ${random(BASE64URL, 60)}.${random(BASE64URL, 43)}`,
        jwt(claims, 9).slice(0, -30),
      ),
  };
}
