/** Keycloak: client secrets are 32 letters and digits, UUIDs before version 12. */
import type { Rule } from '../rule.js';
import { alnum, named, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Keycloak',
  rank: 'vendor',
  reference: 'https://www.keycloak.org/docs/latest/server_admin/#_client-credentials',
  runbook: 'keycloak-client-secret',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['keycloak'], alnum(32)),
    id: 'keycloak-client-secret',
    title: 'Keycloak client secret',
    opens: 'logging in as an application',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['keycloak'], uuid),
    id: 'keycloak-legacy-client-secret',
    title: 'Keycloak client secret (UUID)',
    opens: 'logging in as an application',
    severity: 'HIGH',
  },
];

export default rules;
