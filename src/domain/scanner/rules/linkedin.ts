/** LinkedIn: client secrets are sixteen letters and digits, or three parts behind `WPL_AP1.`. */
import type { Rule } from '../rule.js';
import { alnum, base64, joined, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'LinkedIn',
  rank: 'vendor',
  reference: 'https://learn.microsoft.com/en-us/linkedin/shared/authentication/client-credentials-flow',
  runbook: 'linkedin-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['WPL_AP1.', 'WPL_AP0.'], joined(alnum(14, 20), '.', base64(6, 24))),
    id: 'linkedin-client-secret',
    title: 'LinkedIn client secret',
    opens: 'acting as the application towards people who use it',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['linkedin', 'linked_in'], alnum(16)),
    id: 'linkedin-legacy-client-secret',
    title: 'LinkedIn client secret (older form)',
    opens: 'acting as the application towards people who use it',
    severity: 'HIGH',
  },
];

export default rules;
