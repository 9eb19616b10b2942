/** Recurly: private keys are 32 hexadecimal digits; public ones name a data centre. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Recurly',
  rank: 'vendor',
  reference: 'https://recurly.com/developers/api/',
  runbook: 'recurly-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['recurly'], lowerHex(32)),
    id: 'recurly-private-key',
    title: 'Recurly private API key',
    opens: 'subscriptions, invoices and billing details',
    severity: 'MAXIMUM',
  },
];

export default rules;
