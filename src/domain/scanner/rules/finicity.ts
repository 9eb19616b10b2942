/** Finicity: app keys are 32 hexadecimal digits, partner secrets twenty letters and digits. */
import type { Rule } from '../rule.js';
import { alnum, lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Finicity',
  rank: 'vendor',
  reference: 'https://developer.mastercard.com/open-banking-us/documentation/quick-start-guide/',
  runbook: 'finicity-secret',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['finicity'], lowerHex(32)),
    id: 'finicity-app-key',
    title: 'Finicity app key',
    opens: 'together with a partner secret: people’s bank accounts',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...named(['finicity'], alnum(20)),
    id: 'finicity-partner-secret',
    title: 'Finicity partner secret',
    opens: 'the bank accounts that people linked to a partner',
    severity: 'MAXIMUM',
  },
];

export default rules;
