/** FOSSA: API keys of 32 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['fossa_', 'fossa-', 'fossaapi'], lowerHex(32)),
    id: 'fossa-api-key',
    version: 1,
    provider: 'FOSSA',
    title: 'FOSSA API key',
    opens: 'the components known of an organisation’s code',
    severity: 'MEDIUM',
    rank: 'vendor',
    reference: 'https://docs.fossa.com/docs/api-reference',
    runbook: 'fossa-key',
  },
];

export default rules;
