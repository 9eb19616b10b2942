/** Paystack: secret keys share the prefix of Stripe’s, but are forty hexadecimal digits. */
import type { Rule } from '../rule.js';
import { lowerHex, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Paystack',
  rank: 'vendor',
  reference: 'https://paystack.com/docs/api/authentication/',
  runbook: 'paystack-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('sk_live_', lowerHex(40)),
    id: 'paystack-live-key',
    title: 'Paystack live secret key',
    opens: 'real payments, transfers and customers’ data',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('sk_test_', lowerHex(40)),
    id: 'paystack-test-key',
    title: 'Paystack test secret key',
    opens: 'test payments and settings',
    severity: 'LOW',
  },
];

export default rules;
