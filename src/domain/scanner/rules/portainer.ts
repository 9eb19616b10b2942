/** Portainer: access tokens behind a prefix. */
import type { Rule } from '../rule.js';
import { keyBytes } from './_bodies.js';
import { prefixed } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed('ptr_', keyBytes(32)),
    id: 'portainer-access-token',
    version: 1,
    provider: 'Portainer',
    title: 'Portainer access token',
    opens: 'the container environments its owner may manage',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://docs.portainer.io/api/access',
    runbook: 'portainer-token',
  },
];

export default rules;
