/** Rancher: API keys are a token’s name and 54 characters. */
import type { Rule } from '../rule.js';
import { joined, lowerAlnum, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Rancher',
  rank: 'vendor',
  reference: 'https://ranchermanager.docs.rancher.com/api/api-tokens',
  runbook: 'rancher-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('token-', joined(lowerAlnum(5), ':', lowerAlnum(54))),
    id: 'rancher-api-token',
    title: 'Rancher API token',
    opens: 'the clusters its owner may manage',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(['rancher', 'cattle_'], lowerAlnum(54)),
    id: 'rancher-secret-key',
    title: 'Rancher API secret key',
    opens: 'the clusters its owner may manage',
    severity: 'MAXIMUM',
  },
];

export default rules;
