/** Codacy: tokens of 20 characters or 32 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['codacy'], either(lowerHex(32), alnum(20))),
    id: 'codacy-api-token',
    version: 1,
    provider: 'Codacy',
    title: 'Codacy API token',
    opens: 'the findings known of an organisation’s code',
    severity: 'MEDIUM',
    rank: 'vendor',
    reference: 'https://docs.codacy.com/codacy-api/api-tokens/',
    runbook: 'codacy-token',
  },
];

export default rules;
