/** Sauce Labs: access keys are UUIDs, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(
      ['saucelabs', 'sauce_labs', 'sauce_access', 'sauce-access', 'sauceaccess', 'sauce_key', 'sauce-labs'],
      uuid,
    ),
    id: 'sauce-labs-access-key',
    version: 1,
    provider: 'Sauce Labs',
    title: 'Sauce Labs access key',
    opens: 'test machines on the bill of an account',
    severity: 'MEDIUM',
    rank: 'vendor',
    reference: 'https://docs.saucelabs.com/basics/acct-team-mgmt/managing-user-info/',
    runbook: 'sauce-labs-key',
  },
];

export default rules;
