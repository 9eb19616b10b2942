/** GoCardless: access tokens are forty characters behind the environment they work in. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'GoCardless',
  rank: 'vendor',
  reference: 'https://developer.gocardless.com/api-reference/',
  runbook: 'gocardless-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('live_', base64url(40)),
    id: 'gocardless-live-token',
    title: 'GoCardless live access token',
    opens: 'direct debits, mandates and payers’ bank details',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('sandbox_', base64url(40)),
    id: 'gocardless-sandbox-token',
    title: 'GoCardless sandbox access token',
    opens: 'test mandates and payments',
    severity: 'LOW',
  },
];

export default rules;
