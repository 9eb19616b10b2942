/** Civo: API keys of 50 letters and digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['civo_', 'civo-', 'civo.', 'civoapi', 'civotoken'], alnum(50)),
    id: 'civo-api-key',
    version: 1,
    provider: 'Civo',
    title: 'Civo API key',
    opens: 'the clusters and servers of an account',
    severity: 'MAXIMUM',
    rank: 'vendor',
    reference: 'https://www.civo.com/docs/account/api-keys',
    runbook: 'civo-key',
  },
];

export default rules;
