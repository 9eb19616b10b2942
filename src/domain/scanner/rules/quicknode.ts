/** QuickNode: forty hexadecimal digits in the address of a node; keys of an account carry `QN_`. */
import type { Rule } from '../rule.js';
import { none } from './_samples.js';
import { lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'QuickNode',
  rank: 'vendor',
  reference: 'https://www.quicknode.com/docs/platform/security',
  runbook: 'quicknode-key',
} as const;

const HOSTS = ['.quiknode.pro/'];
const body = lowerHex(40);

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'quicknode-token-url',
    title: 'QuickNode endpoint token in an address',
    opens: 'the paid requests of a project',
    severity: 'MEDIUM',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: HOSTS,
    find: /\.quiknode\.pro\/(?<secret>[0-9a-f]{40})(?![0-9A-Za-z_])/,
    matches: () =>
      [1, 2, 3].flatMap((seed) => {
        const value = body.make(seed);
        return HOSTS.map((host) => ({ text: `RPC_URL=https://eth-main${host}${value}\n`, value }));
      }),
    ignores: () =>
      HOSTS.flatMap((host) =>
        none(
          `https://eth-main${host}`,
          `https://eth-main${host}${body.make(9).slice(0, 12)}`,
          `https://eth-main${host}<key>`,
        ),
      ),
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
