/** Logz.io: shipping tokens are 32 letters, API tokens UUIDs, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Logz.io',
  rank: 'vendor',
  reference: 'https://docs.logz.io/docs/user-guide/admin/authentication-tokens/',
  runbook: 'logz-io-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['logzio', 'logz_io', 'logz.io', 'logz-io'], alnum(32)),
    id: 'logz-io-shipping-token',
    title: 'Logz.io shipping token',
    opens: 'sending logs and metrics to an account',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...named(['logzio', 'logz_io', 'logz.io', 'logz-io'], uuid),
    id: 'logz-io-api-token',
    title: 'Logz.io API token',
    opens: 'the logs of an account',
    severity: 'HIGH',
  },
];

export default rules;
