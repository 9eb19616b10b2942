/** Alchemy: 21 to 32 characters, in the address of a node or by the name; newer ones carry `alcht_`. */
import type { Rule } from '../rule.js';
import { none } from './_samples.js';
import { alnum, base64url, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Alchemy',
  rank: 'vendor',
  reference: 'https://www.alchemy.com/docs/create-an-api-key',
  runbook: 'alchemy-key',
} as const;

const HOSTS = ['.g.alchemy.com/v2/', '.alchemyapi.io/v2/'];
const body = base64url(32);

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'alchemy-key-url',
    title: 'Alchemy API key in an address',
    opens: 'the paid requests of a project',
    severity: 'LOW',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: HOSTS,
    find: /\.(?:g\.alchemy\.com|alchemyapi\.io)\/v2\/(?<secret>[0-9A-Za-z_-]{20,40})(?![0-9A-Za-z_-])/,
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
