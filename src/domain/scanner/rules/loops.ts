/** Loops: keys are 32 hexadecimal digits, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Loops',
  rank: 'vendor',
  reference: 'https://loops.so/docs/api-reference/intro',
  runbook: 'loops-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['loops_api', 'loops_key', 'loops_token', 'loopsapi', 'loops-api', 'loops.api'], lowerHex(32)),
    id: 'loops-api-key',
    title: 'Loops API key',
    opens: 'sending mail in the owner’s name, and their contacts',
    severity: 'HIGH',
  },
];

export default rules;
