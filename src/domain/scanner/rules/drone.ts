/** Drone: tokens and secrets of 32 characters, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(
      ['drone_token', 'drone-token', 'dronetoken', 'drone_rpc', 'drone_secret', 'drone_api', 'drone_server'],
      either(alnum(32), lowerHex(32)),
    ),
    id: 'drone-token',
    version: 1,
    provider: 'Drone',
    title: 'Drone token or shared secret',
    opens: 'builds and their secrets',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://docs.drone.io/cli/configure/',
    runbook: 'drone-token',
  },
];

export default rules;
