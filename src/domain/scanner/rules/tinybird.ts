/** Tinybird: `p.` and two parts as of a JSON Web Token, the first of which names the workspace and the token. */
import type { Rule } from '../rule.js';
import { jwtClaims } from './_checks.js';
import { around, BASE64URL, none, random } from './_samples.js';
import { uuid } from './_shapes.js';

function token(
  seed: number,
  content: object = { u: uuid.make(seed), id: uuid.make(seed + 1), host: 'eu_shared' },
): string {
  return `p.${Buffer.from(JSON.stringify(content)).toString('base64url')}.${random(BASE64URL, 42, seed)}w`;
}

const rule: Rule = {
  id: 'tinybird-token',
  version: 1,
  provider: 'Tinybird',
  title: 'Tinybird auth token',
  opens: 'the data sources and endpoints that it was granted, for admins all of a workspace',
  severity: 'HIGH',
  confidence: 'high',
  rank: 'vendor',
  judgesPlaceholders: true,
  keywords: ['p.eyj'],
  find: /p\.eyJ[A-Za-z0-9_-]{30,400}\.[A-Za-z0-9_-]{27,64}(?![A-Za-z0-9_-])/,
  check: ({ value }) => (typeof jwtClaims(value)?.u === 'string' ? { confidence: 'high' } : null),
  reference: 'https://www.tinybird.co/docs/forward/administration/tokens',
  runbook: 'tinybird-token',
  matches: () => around(token(1), token(2)),
  ignores: () =>
    none(
      token(3, { sub: 'somebody', name: 'of no workspace' }),
      token(4).slice(0, 60),
      `http${token(5)}`,
      `p.eyJ${random(BASE64URL, 60)}.${random(BASE64URL, 43)}`,
    ),
};

export default rule;
