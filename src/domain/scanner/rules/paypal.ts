/** PayPal: client secrets are eighty characters that begin with an E; the client id beside one begins with an A and is public. */
import type { Rule } from '../rule.js';
import { base64url, joined, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'PayPal',
  rank: 'vendor',
  reference: 'https://developer.paypal.com/api/rest/',
  runbook: 'paypal-client-secret',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['paypal'], joined('E', base64url(79))),
    id: 'paypal-client-secret',
    title: 'PayPal REST client secret',
    opens: 'payments, payouts and refunds of a business account',
    severity: 'MAXIMUM',
  },
];

export default rules;
