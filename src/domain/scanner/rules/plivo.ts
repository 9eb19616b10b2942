/** Plivo: auth tokens are forty letters and digits, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Plivo',
  rank: 'vendor',
  reference: 'https://www.plivo.com/docs/messaging/api/overview',
  runbook: 'plivo-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['plivo'], alnum(40)),
    id: 'plivo-auth-token',
    title: 'Plivo auth token',
    opens: 'sending messages and calls at the owner’s cost',
    severity: 'HIGH',
  },
];

export default rules;
