/** Pushover: application tokens and user keys are thirty letters and digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerAlnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Pushover',
  rank: 'vendor',
  reference: 'https://pushover.net/api',
  runbook: 'pushover-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['pushover'], lowerAlnum(30)),
    id: 'pushover-token',
    title: 'Pushover application token or user key',
    opens: 'sending notifications to the owner’s devices',
    severity: 'MEDIUM',
  },
];

export default rules;
