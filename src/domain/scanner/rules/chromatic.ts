/** Chromatic: project tokens behind a prefix. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed('chpt_', alnum(15, 20)),
    id: 'chromatic-project-token',
    version: 1,
    provider: 'Chromatic',
    title: 'Chromatic project token',
    opens: 'publishing builds of one project',
    severity: 'LOW',
    rank: 'vendor',
    reference: 'https://www.chromatic.com/docs/cli/',
    runbook: 'chromatic-token',
  },
];

export default rules;
