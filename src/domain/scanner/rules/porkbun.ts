/** Porkbun: API keys and secrets behind prefixes. */
import type { Rule } from '../rule.js';
import { lowerHex, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Porkbun',
  rank: 'vendor',
  reference: 'https://porkbun.com/api/json/v3/documentation',
  runbook: 'porkbun-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('sk1_', lowerHex(64)),
    id: 'porkbun-secret-key',
    title: 'Porkbun secret API key',
    opens: 'together with the API key: the domains of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('pk1_', lowerHex(64)),
    id: 'porkbun-api-key',
    title: 'Porkbun API key',
    opens: 'together with the secret key: the domains of an account',
    severity: 'MEDIUM',
  },
];

export default rules;
