/** Adyen: API keys are base64 of a cipher text whose first letters do not change; HMAC keys are 64 capital hexadecimal digits. */
import type { Rule } from '../rule.js';
import { around, BASE64, none, random } from './_samples.js';
import { hex, named } from './_shapes.js';

const common = { version: 1, provider: 'Adyen', rank: 'vendor', runbook: 'adyen-key' } as const;

/** Two parts of base64 and a last one with signs of all kinds. */
const key = (seed: number): string =>
  `AQEyhmfx${random(BASE64, 86, seed)}==-${random(BASE64, 43, seed + 1)}=-${random(`${BASE64.slice(0, 62)}~!@#%^&*`, 16, seed + 2)}`;

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'adyen-api-key',
    title: 'Adyen API key',
    opens: 'payments, refunds and payouts of a merchant',
    severity: 'MAXIMUM',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['hmfx'],
    find: /(?<=(?:(?<![0-9A-Za-z+/])|\\[nrt])(?<head>AQE[0-9A-Za-z]))hmfx[0-9A-Za-z+/]{40,160}={0,2}-[0-9A-Za-z+/]{40,90}={0,2}-[0-9A-Za-z!#$%&*+./:=?@^_~{}|[\]-]{8,24}/,
    reference: 'https://docs.adyen.com/development-resources/api-credentials/',
    matches: () => around(key(1), key(5), key(9)),
    ignores: () =>
      none(
        'AQEyhmfx begins many of them',
        `AQEyhmfx${random(BASE64, 86)}==`,
        `AQEyhmfx${'A'.repeat(90)}-${'A'.repeat(43)}-${'A'.repeat(16)}`,
        key(3).replace('AQE', 'BQE'),
      ),
  },
  {
    ...common,
    ...named(['adyen'], {
      ...hex(64),
      source: '[0-9A-F]{64}',
      make: (seed) => hex(64).make(seed).toUpperCase(),
    }),
    id: 'adyen-hmac-key',
    title: 'Adyen HMAC key',
    opens: 'forging the notifications that an endpoint trusts',
    severity: 'HIGH',
    reference: 'https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures/',
  },
];

export default rules;
