/** Cachix: signing keys of 64 bytes, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { keyBytes } from './_bodies.js';
import { named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['cachix'], keyBytes(64)),
    id: 'cachix-signing-key',
    version: 1,
    provider: 'Cachix',
    title: 'Cachix signing key',
    opens: 'signing what others install from a cache',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://docs.cachix.org/pushing',
    runbook: 'cachix-key',
  },
];

export default rules;
