/** Drift: access tokens are 32 letters and digits, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Drift',
  rank: 'vendor',
  reference: 'https://devdocs.drift.com/docs/authentication-and-scopes',
  runbook: 'drift-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      [
        'drift_api',
        'drift_token',
        'drift_access',
        'drift_key',
        'drift_client',
        'drift_oauth',
        'driftapi',
        'drifttoken',
        'drift-api',
      ],
      alnum(32),
    ),
    id: 'drift-access-token',
    title: 'Drift access token',
    opens: 'the conversations and contacts of an organisation',
    severity: 'HIGH',
  },
];

export default rules;
