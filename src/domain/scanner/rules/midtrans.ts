/** Midtrans: server keys say in their prefix whether they are of the sandbox. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Midtrans',
  rank: 'vendor',
  reference: 'https://docs.midtrans.com/docs/midtrans-account',
  runbook: 'midtrans-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('Mid-server-', base64url(24)),
    id: 'midtrans-live-key',
    title: 'Midtrans server key (production)',
    opens: 'charges and refunds of a merchant',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('SB-Mid-server-', base64url(24)),
    id: 'midtrans-test-key',
    title: 'Midtrans server key (sandbox)',
    opens: 'the test charges of a merchant',
    severity: 'LOW',
  },
];

export default rules;
