/** Infisical: service tokens in four parts, and client secrets of machine identities. */
import type { Rule } from '../rule.js';
import { joined, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Infisical',
  rank: 'vendor',
  reference: 'https://infisical.com/docs/documentation/platform/identities/overview',
  runbook: 'infisical-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('st.', joined(lowerHex(24), '.', lowerHex(32), '.', lowerHex(32))),
    id: 'infisical-service-token',
    title: 'Infisical service token',
    opens: 'the secrets of one environment',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['infisical'], lowerHex(64)),
    id: 'infisical-client-secret',
    title: 'Infisical universal auth client secret',
    opens: 'the secrets that the machine identity may read',
    severity: 'HIGH',
  },
];

export default rules;
