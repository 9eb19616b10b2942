/** Infracost: API keys behind a prefix. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed('ico-', alnum(32)),
    id: 'infracost-api-key',
    version: 1,
    provider: 'Infracost',
    title: 'Infracost API key',
    opens: 'cost estimates and policies of an organisation',
    severity: 'LOW',
    rank: 'vendor',
    reference: 'https://www.infracost.io/docs/',
    runbook: 'infracost-key',
  },
];

export default rules;
