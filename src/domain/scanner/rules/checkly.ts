/** Checkly: user keys are 32 hexadecimal digits behind two letters. */
import type { Rule } from '../rule.js';
import { lowerHex, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Checkly',
  rank: 'vendor',
  reference: 'https://www.checklyhq.com/docs/api-reference/authentication/',
  runbook: 'checkly-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('cu_', lowerHex(32)),
    id: 'checkly-user-key',
    title: 'Checkly user API key',
    opens: 'the checks, alerts and secrets of an account',
    severity: 'HIGH',
  },
];

export default rules;
