/** GoDaddy: the key and the secret stand in one header. */
import type { Rule } from '../rule.js';
import { isWordy } from './_words.js';
import { ALNUM, none, random } from './_samples.js';
import { either } from './_bodies.js';
import { alnum, joined, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['godaddy'], either(joined(alnum(9, 14), '_', alnum(21, 23)), alnum(22))),
    id: 'godaddy-named-key',
    version: 1,
    provider: 'GoDaddy',
    title: 'GoDaddy API key or secret',
    opens: 'the domains and DNS of an account',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://developer.godaddy.com/getstarted',
    runbook: 'godaddy-key',
  },
  {
    id: 'godaddy-api-key',
    version: 1,
    provider: 'GoDaddy',
    title: 'GoDaddy API key and secret',
    opens: 'the domains and DNS of an account',
    severity: 'MAXIMUM',
    rank: 'vendor',
    reference: 'https://developer.godaddy.com/getstarted',
    runbook: 'godaddy-key',
    confidence: 'high',
    keywords: ['sso-key'],
    find: /sso-key[ \t]{1,2}(?<secret>[A-Za-z0-9_]{12,50}:[A-Za-z0-9]{20,24})(?![A-Za-z0-9_:])/,
    check: ({ value }) => (isWordy(value) ? null : { confidence: 'high' }),
    matches: () =>
      [1, 2, 3].map((seed) => {
        const value = `${random(ALNUM, 37, seed)}:${random(ALNUM, 22, seed + 3)}`;
        return { text: `-H 'Authorization: sso-key ${value}'\n`, value };
      }),
    ignores: () =>
      none('sso-key {API_KEY}:{API_SECRET}', 'sso-key UzQxLikm_46KxDFnbjN7cQjmw6wocia', `sso-key ${random(ALNUM, 60)}`),
  },
];

export default rules;
