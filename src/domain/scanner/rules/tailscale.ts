/** Tailscale: the prefix names the kind of key. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, joined, lowerHex, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Tailscale',
  rank: 'vendor',
  reference: 'https://tailscale.com/kb/1277/key-prefixes',
  runbook: 'tailscale-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(
      ['tskey-auth-', 'tskey-api-', 'tskey-client-', 'tskey-scim-', 'tskey-webhook-'],
      joined(alnum(8, 22), '-', alnum(16, 60)),
    ),
    id: 'tailscale-key',
    title: 'Tailscale auth, API or client key',
    opens: 'joining or changing a private network',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('tskey-', either(lowerHex(24, 40), joined(alnum(8, 22), '-', alnum(16, 60)))),
    id: 'tailscale-old-key',
    title: 'Tailscale key (before 2023)',
    opens: 'joining or changing a private network',
    severity: 'HIGH',
  },
];

export default rules;
