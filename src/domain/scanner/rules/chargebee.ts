/** Chargebee: keys are letters and digits behind the kind of site they belong to. */
import type { Rule } from '../rule.js';
import { alnum, joined, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Chargebee',
  rank: 'vendor',
  reference: 'https://apidocs.chargebee.com/docs/api/auth',
  runbook: 'chargebee-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['chargebee'], joined('live_', alnum(24, 48)), 'high'),
    id: 'chargebee-live-key',
    title: 'Chargebee live API key',
    opens: 'subscriptions, invoices and customers’ data',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(['chargebee'], joined('test_', alnum(24, 48)), 'high'),
    id: 'chargebee-test-key',
    title: 'Chargebee test API key',
    opens: 'a test site',
    severity: 'LOW',
  },
];

export default rules;
