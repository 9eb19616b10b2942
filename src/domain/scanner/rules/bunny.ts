/** bunny.net: account keys are two UUIDs in a row, storage passwords a longer one. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { joined, lowerHex, named, uuid } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(
      ['bunnycdn', 'bunny_', 'bunny-', 'bunny.', 'bunnynet', 'bunnyapi', 'bunnyaccess'],
      either(
        joined(uuid, uuid),
        uuid,
        joined(lowerHex(8), '-', lowerHex(4), '-', lowerHex(4), '-', lowerHex(12), '-', lowerHex(4), '-', lowerHex(4)),
      ),
    ),
    id: 'bunny-access-key',
    version: 1,
    provider: 'bunny.net',
    title: 'bunny.net API key or storage password',
    opens: 'the zones, files and bills of an account',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://docs.bunny.net/reference/bunnynet-api-overview',
    runbook: 'bunny-key',
  },
];

export default rules;
