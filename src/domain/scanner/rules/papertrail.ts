/** Papertrail: API tokens are twenty letters and digits, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Papertrail',
  rank: 'vendor',
  reference: 'https://www.papertrail.com/help/http-api/',
  runbook: 'papertrail-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['papertrail'], alnum(20)),
    id: 'papertrail-api-token',
    title: 'Papertrail API token',
    opens: 'the logs of an account',
    severity: 'HIGH',
  },
];

export default rules;
