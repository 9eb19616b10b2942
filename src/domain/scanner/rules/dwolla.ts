/** Dwolla: keys and secrets are fifty letters and digits without a prefix. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Dwolla',
  rank: 'vendor',
  reference: 'https://developers.dwolla.com/docs/api-reference/authentication',
  runbook: 'dwolla-secret',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['dwolla'], alnum(50)),
    id: 'dwolla-secret',
    title: 'Dwolla application key or secret',
    opens: 'bank transfers and customers of an application',
    severity: 'MAXIMUM',
  },
];

export default rules;
