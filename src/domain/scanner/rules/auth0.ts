/** Auth0: client secrets are 64 characters without a prefix; Management API tokens are JSON Web Tokens. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Auth0',
  rank: 'vendor',
  reference: 'https://auth0.com/docs/get-started/applications/application-settings',
  runbook: 'auth0-client-secret',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['auth0'], base64url(64)),
    id: 'auth0-client-secret',
    title: 'Auth0 client secret',
    opens: 'logging in as an application, and with its grants managing a tenant',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['auth0'], base64url(43, 48)),
    id: 'auth0-legacy-client-secret',
    title: 'Auth0 client secret (43 characters)',
    opens: 'logging in as an application, and with its grants managing a tenant',
    severity: 'HIGH',
  },
];

export default rules;
