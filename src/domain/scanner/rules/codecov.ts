/** Codecov: upload tokens are UUIDs, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['codecov'], uuid),
    id: 'codecov-upload-token',
    version: 1,
    provider: 'Codecov',
    title: 'Codecov upload token',
    opens: 'the coverage reports of a repository',
    severity: 'LOW',
    rank: 'vendor',
    reference: 'https://docs.codecov.com/docs/codecov-tokens',
    runbook: 'codecov-token',
  },
];

export default rules;
