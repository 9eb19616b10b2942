/** Infura: 32 hexadecimal digits, in the address of a node or by the name. */
import type { Rule } from '../rule.js';
import { none } from './_samples.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Infura',
  rank: 'vendor',
  reference: 'https://docs.metamask.io/services/get-started/infura/',
  runbook: 'infura-key',
} as const;

const HOSTS = ['.infura.io/v3/', '.infura.io/ws/v3/'];
const body = lowerHex(32);

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'infura-key-url',
    title: 'Infura API key or secret in an address',
    opens: 'the paid requests of a project',
    severity: 'LOW',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: HOSTS,
    find: /\.infura\.io\/(?:ws\/)?v3\/(?<secret>[0-9a-f]{32})(?![0-9A-Za-z_])/,
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
    ...named(['infura'], lowerHex(32)),
    id: 'infura-key',
    title: 'Infura API key or secret',
    opens: 'the paid requests of a project',
    severity: 'LOW',
  },
];

export default rules;
