/** Namecheap: API keys of 32 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['namecheap'], lowerHex(32)),
    id: 'namecheap-api-key',
    version: 1,
    provider: 'Namecheap',
    title: 'Namecheap API key',
    opens: 'the domains of an account, from its allowed addresses',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://www.namecheap.com/support/api/intro/',
    runbook: 'namecheap-key',
  },
];

export default rules;
