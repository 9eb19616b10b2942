/** Alchemy: 21 to 32 characters, in the address of a node or by the name; newer ones carry `alcht_`. */
import type { Rule } from '../rule.js';
import { nodeAddress } from './_node-address.js';
import { alnum, base64url, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Alchemy',
  rank: 'vendor',
  reference: 'https://www.alchemy.com/docs/create-an-api-key',
  runbook: 'alchemy-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...nodeAddress(
      ['.g.alchemy.com/v2/', '.alchemyapi.io/v2/'],
      base64url(32),
      /\.(?:g\.alchemy\.com|alchemyapi\.io)\/v2\/(?<secret>[0-9A-Za-z_-]{20,40})(?![0-9A-Za-z_-])/,
    ),
    id: 'alchemy-key-url',
    title: 'Alchemy API key in an address',
    opens: 'the paid requests of a project',
    severity: 'LOW',
  },
  {
    ...common,
    ...named(['alchemy_api', 'alchemy-api', 'alchemyapi', 'alchemy_key', 'alchemy_token', 'alchemykey'], base64url(32)),
    id: 'alchemy-key',
    title: 'Alchemy API key',
    opens: 'the paid requests of a project',
    severity: 'LOW',
  },
  {
    ...common,
    ...prefixed('alcht_', alnum(30)),
    id: 'alchemy-token',
    title: 'Alchemy authentication token',
    opens: 'the paid requests and webhooks of a team',
    severity: 'MEDIUM',
  },
];

export default rules;
