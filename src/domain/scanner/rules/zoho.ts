/** Zoho: tokens and grant codes are two parts of 32 hexadecimal digits behind `1000.`. */
import type { Rule } from '../rule.js';
import { joined, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Zoho',
  rank: 'vendor',
  reference: 'https://www.zoho.com/accounts/protocol/oauth.html',
  runbook: 'zoho-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('1000.', joined(lowerHex(32), '.', lowerHex(32))),
    id: 'zoho-token',
    title: 'Zoho access or refresh token',
    opens: 'the data of the scopes that a person granted',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['zoho'], lowerHex(42)),
    id: 'zoho-client-secret',
    title: 'Zoho client secret',
    opens: 'tokens for everybody who trusted an application',
    severity: 'HIGH',
  },
];

export default rules;
