/** Cronitor: keys are 32 hexadecimal digits, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Cronitor',
  rank: 'vendor',
  reference: 'https://cronitor.io/docs/api-keys',
  runbook: 'cronitor-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['cronitor'], lowerHex(32)),
    id: 'cronitor-api-key',
    title: 'Cronitor API key',
    opens: 'the monitors of an account',
    severity: 'MEDIUM',
  },
];

export default rules;
