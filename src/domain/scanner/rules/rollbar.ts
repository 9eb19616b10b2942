/** Rollbar: project tokens are 32 hexadecimal digits; those for browsers are meant to be public. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Rollbar',
  rank: 'vendor',
  reference: 'https://docs.rollbar.com/reference/getting-started-1',
  runbook: 'rollbar-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['rollbar'], lowerHex(32)),
    id: 'rollbar-access-token',
    title: 'Rollbar access token',
    opens: 'the errors of a project, or sending more of them',
    severity: 'MEDIUM',
  },
];

export default rules;
