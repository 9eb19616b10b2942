/** EasyPost: keys say whether they are for production or for tests in their first four letters. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'EasyPost',
  rank: 'vendor',
  reference: 'https://docs.easypost.com/docs/authentication',
  runbook: 'easypost-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('EZAK', alnum(54)),
    id: 'easypost-production-key',
    title: 'EasyPost production API key',
    opens: 'buying postage at the owner’s cost, and the addresses of recipients',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('EZTK', alnum(54)),
    id: 'easypost-test-key',
    title: 'EasyPost test API key',
    opens: 'test shipments',
    severity: 'LOW',
  },
];

export default rules;
