/** Loggly: customer tokens are UUIDs, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Loggly',
  rank: 'vendor',
  reference:
    'https://documentation.solarwinds.com/en/success_center/loggly/content/admin/token-based-api-authentication.htm',
  runbook: 'loggly-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['loggly'], uuid),
    id: 'loggly-customer-token',
    title: 'Loggly customer token',
    opens: 'sending logs to an account',
    severity: 'MEDIUM',
  },
];

export default rules;
