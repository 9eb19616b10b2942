/** LambdaTest: access keys of 50 letters and digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, joined, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['lambdatest', 'lt_access'], either(alnum(50), joined('LT_', alnum(47)))),
    id: 'lambdatest-access-key',
    version: 1,
    provider: 'LambdaTest',
    title: 'LambdaTest access key',
    opens: 'test machines on the bill of an account',
    severity: 'MEDIUM',
    rank: 'vendor',
    reference: 'https://www.lambdatest.com/support/docs/hyperexecute-how-to-get-my-username-and-access-key/',
    runbook: 'lambdatest-key',
  },
];

export default rules;
