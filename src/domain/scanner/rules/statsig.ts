/** Statsig: keys name their kind; those for clients are public. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Statsig',
  rank: 'vendor',
  reference: 'https://docs.statsig.com/access-management/api-keys',
  runbook: 'statsig-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('secret-', alnum(40, 50)),
    id: 'statsig-server-key',
    title: 'Statsig server secret key',
    opens: 'reading all gates and rules of a project',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...prefixed('console-', alnum(40, 50)),
    id: 'statsig-console-key',
    title: 'Statsig console API key',
    opens: 'the gates, experiments and settings of a project',
    severity: 'HIGH',
  },
];

export default rules;
