/** Codefresh: API keys in two hexadecimal parts, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { joined, lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['codefresh'], joined(lowerHex(24), '.', lowerHex(32))),
    id: 'codefresh-api-key',
    version: 1,
    provider: 'Codefresh',
    title: 'Codefresh API key',
    opens: 'pipelines and their secrets',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://codefresh.io/docs/docs/integrations/codefresh-api/',
    runbook: 'codefresh-key',
  },
];

export default rules;
