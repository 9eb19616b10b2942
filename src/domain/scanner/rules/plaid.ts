/** Plaid: secrets are thirty hexadecimal digits, access tokens name their environment. */
import type { Rule } from '../rule.js';
import { lowerHex, named, prefixed, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Plaid',
  rank: 'vendor',
  reference: 'https://plaid.com/docs/api/tokens/',
  runbook: 'plaid-secret',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['access-production-', 'access-development-'], uuid),
    id: 'plaid-access-token',
    title: 'Plaid access token',
    opens: 'a person’s bank accounts, together with the client’s secret',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('access-sandbox-', uuid),
    id: 'plaid-sandbox-access-token',
    title: 'Plaid sandbox access token',
    opens: 'made-up bank accounts',
    severity: 'LOW',
  },
  {
    ...common,
    ...named(['plaid_', 'plaid-', 'plaid.', 'plaidsecret', 'plaidclient'], lowerHex(30)),
    id: 'plaid-secret',
    title: 'Plaid client secret',
    opens: 'the bank accounts that people linked to an application',
    severity: 'MAXIMUM',
  },
];

export default rules;
