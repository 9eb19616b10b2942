/** Coveralls: repository tokens of 33 characters, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['coveralls', 'repo_token'], alnum(32, 37)),
    id: 'coveralls-repo-token',
    version: 1,
    provider: 'Coveralls',
    title: 'Coveralls repository token',
    opens: 'the coverage reports of a repository',
    severity: 'LOW',
    rank: 'vendor',
    reference: 'https://docs.coveralls.io/',
    runbook: 'coveralls-token',
  },
];

export default rules;
