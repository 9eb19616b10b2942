/** Equinix Metal: API keys of 32 letters and digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['metal_auth', 'packet_auth', 'equinix', 'packetnet'], alnum(32)),
    id: 'equinix-metal-key',
    version: 1,
    provider: 'Equinix Metal',
    title: 'Equinix Metal API key',
    opens: 'the servers and networks of a project',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://deploy.equinix.com/developers/docs/metal/identity-access-management/api-keys/',
    runbook: 'equinix-key',
  },
];

export default rules;
