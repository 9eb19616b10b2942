/** Infura: 32 hexadecimal digits, in the address of a node or by the name. */
import type { Rule } from '../rule.js';
import { nodeAddress } from './_node-address.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Infura',
  rank: 'vendor',
  reference: 'https://docs.metamask.io/services/get-started/infura/',
  runbook: 'infura-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...nodeAddress(
      ['.infura.io/v3/', '.infura.io/ws/v3/'],
      lowerHex(32),
      /\.infura\.io\/(?:ws\/)?v3\/(?<secret>[0-9a-f]{32})(?![0-9A-Za-z_])/,
    ),
    id: 'infura-key-url',
    title: 'Infura API key or secret in an address',
    opens: 'the paid requests of a project',
    severity: 'LOW',
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
