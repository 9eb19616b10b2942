/** Gemfury: tokens of 20 characters, told by the names they are given to or their place in an address. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['gemfury', 'fury_token', 'fury_auth', 'furytoken'], base64url(20, 22)),
    id: 'gemfury-token',
    version: 1,
    provider: 'Gemfury',
    title: 'Gemfury deploy or push token',
    opens: 'the private packages of an account',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://gemfury.com/help/tokens',
    runbook: 'gemfury-token',
  },
];

export default rules;
