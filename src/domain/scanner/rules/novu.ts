/** Novu: keys are 32 hexadecimal digits, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Novu',
  rank: 'vendor',
  reference: 'https://docs.novu.co/api-reference/overview',
  runbook: 'novu-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['novu_', 'novu-', 'novu.', 'novusecret', 'novuapi'], lowerHex(32)),
    id: 'novu-secret-key',
    title: 'Novu secret key',
    opens: 'sending notifications in the owner’s name',
    severity: 'HIGH',
  },
];

export default rules;
