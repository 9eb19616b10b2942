/** Omise: secret keys begin with `skey_`, those for tests say so. */
import type { Rule } from '../rule.js';
import { lowerAlnum, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Omise',
  rank: 'vendor',
  reference: 'https://docs.omise.co/api-authentication',
  runbook: 'omise-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('skey_', lowerAlnum(19)),
    id: 'omise-live-key',
    title: 'Omise secret key (live)',
    opens: 'charges, refunds and transfers of a merchant',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('skey_test_', lowerAlnum(19)),
    id: 'omise-test-key',
    title: 'Omise secret key (test)',
    opens: 'the test charges of a merchant',
    severity: 'LOW',
  },
];

export default rules;
