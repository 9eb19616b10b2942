/** QuickNode: forty hexadecimal digits in the address of a node; keys of an account carry `QN_`. */
import type { Rule } from '../rule.js';
import { nodeAddress } from './_node-address.js';
import { lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'QuickNode',
  rank: 'vendor',
  reference: 'https://www.quicknode.com/docs/platform/security',
  runbook: 'quicknode-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...nodeAddress(['.quiknode.pro/'], lowerHex(40), /\.quiknode\.pro\/(?<secret>[0-9a-f]{40})(?![0-9A-Za-z_])/),
    id: 'quicknode-token-url',
    title: 'QuickNode endpoint token in an address',
    opens: 'the paid requests of a project',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...named(['quicknode', 'quiknode'], lowerHex(40)),
    id: 'quicknode-token',
    title: 'QuickNode endpoint token',
    opens: 'the paid requests of a project',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...prefixed('QN_', lowerHex(32)),
    id: 'quicknode-key',
    title: 'QuickNode API key',
    opens: 'the endpoints and the bills of an account',
    severity: 'HIGH',
  },
];

export default rules;
