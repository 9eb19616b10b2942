/** Xendit: secret keys say in their prefix whether they move money. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Xendit',
  rank: 'vendor',
  reference: 'https://docs.xendit.co/docs/api-keys',
  runbook: 'xendit-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('xnd_production_', base64url(40, 80)),
    id: 'xendit-live-key',
    title: 'Xendit secret key (production)',
    opens: 'payments, refunds and payouts of a merchant',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('xnd_development_', base64url(40, 80)),
    id: 'xendit-test-key',
    title: 'Xendit secret key (development)',
    opens: 'the test payments of a merchant',
    severity: 'LOW',
  },
];

export default rules;
