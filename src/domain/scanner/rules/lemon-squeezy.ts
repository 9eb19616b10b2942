/** Lemon Squeezy: API keys are JSON Web Tokens, told from others by the name they are given to. */
import type { Rule, Sample } from '../rule.js';
import { assigned } from './_assigned.js';
import { hasJwtHeader } from './_checks.js';
import { BASE64URL, none, random } from './_samples.js';

const JWT = 'eyJ[A-Za-z0-9_-]{12,300}\\.eyJ[A-Za-z0-9_-]{20,1000}\\.[A-Za-z0-9_-]{40,1000}';

const token = (seed: number): string =>
  [
    Buffer.from(JSON.stringify({ typ: 'JWT', alg: 'RS256' })).toString('base64url'),
    Buffer.from(JSON.stringify({ aud: random('0123456789', 9, seed), jti: random(BASE64URL, 40, seed) })).toString(
      'base64url',
    ),
    random(BASE64URL, 300, seed),
  ].join('.');

const rule: Rule = {
  id: 'lemon-squeezy-api-key',
  version: 1,
  provider: 'Lemon Squeezy',
  title: 'Lemon Squeezy API key',
  opens: 'the orders, licences and customers of a shop',
  severity: 'MAXIMUM',
  confidence: 'high',
  rank: 'vendor',
  boundary: 'anywhere',
  keywords: ['lemonsqueezy', 'lemon_squeezy', 'lemon-squeezy'],
  find: assigned('lemon[_-]?squeezy', JWT),
  judgesPlaceholders: true,
  check: ({ value }) => (hasJwtHeader(value) ? { confidence: 'high' } : null),
  reference: 'https://docs.lemonsqueezy.com/api/getting-started/requests',
  runbook: 'lemon-squeezy-key',
  matches: () =>
    ['LEMON_SQUEEZY_API_KEY=', 'lemonsqueezyToken: ', '"lemon-squeezy-key": "'].map((text, seed): Sample => {
      const value = token(seed + 1);
      return { text: text + value, value };
    }),
  ignores: () =>
    none(
      `lemonsqueezy_key = "eyJ${random(BASE64URL, 40)}.eyJ${random(BASE64URL, 40)}.${random(BASE64URL, 60)}"`,
      `lemonsqueezy_store = "${random(BASE64URL, 40)}"`,
      'LEMON_SQUEEZY_API_KEY=os.environ["KEY"]',
    ),
};

export default rule;
