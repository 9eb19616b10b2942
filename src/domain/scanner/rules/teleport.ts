/** Teleport: join tokens of 32 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(
      ['teleport_token', 'teleport-token', 'teleporttoken', 'teleport_join', 'teleport_auth', 'teleport.token'],
      lowerHex(32),
    ),
    id: 'teleport-join-token',
    version: 1,
    provider: 'Teleport',
    title: 'Teleport join token',
    opens: 'adding a service to a cluster',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://goteleport.com/docs/reference/join-methods/',
    runbook: 'teleport-token',
  },
];

export default rules;
