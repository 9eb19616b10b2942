/** Shippo: tokens are forty hexadecimal digits behind their mode. */
import type { Rule } from '../rule.js';
import { lowerHex, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Shippo',
  rank: 'vendor',
  reference: 'https://docs.goshippo.com/docs/guides_general/authentication/',
  runbook: 'shippo-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('shippo_live_', lowerHex(40)),
    id: 'shippo-live-token',
    title: 'Shippo live API token',
    opens: 'buying labels at the owner’s cost, and the addresses of recipients',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('shippo_test_', lowerHex(40)),
    id: 'shippo-test-token',
    title: 'Shippo test API token',
    opens: 'test shipments',
    severity: 'LOW',
  },
];

export default rules;
