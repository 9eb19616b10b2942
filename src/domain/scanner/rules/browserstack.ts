/** BrowserStack: access keys of 20 characters, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['browserstack'], alnum(20)),
    id: 'browserstack-access-key',
    version: 1,
    provider: 'BrowserStack',
    title: 'BrowserStack access key',
    opens: 'test machines on the bill of an account',
    severity: 'MEDIUM',
    rank: 'vendor',
    reference: 'https://www.browserstack.com/docs/automate/selenium/getting-started/nodejs',
    runbook: 'browserstack-key',
  },
];

export default rules;
