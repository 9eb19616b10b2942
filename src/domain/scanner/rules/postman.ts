/** Postman: keys of a person and of a collection carry prefixes. */
import type { Rule } from '../rule.js';
import { joined, lowerHex, prefixed, upperAlnum } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Postman',
  rank: 'vendor',
  reference: 'https://learning.postman.com/docs/developer/postman-api/authentication/',
  runbook: 'postman-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('PMAK-', joined(lowerHex(24), '-', lowerHex(34))),
    id: 'postman-key',
    title: 'Postman API key',
    opens: 'the collections and the stored credentials of a person',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('PMAT-', upperAlnum(26)),
    id: 'postman-collection-key',
    title: 'Postman collection access key',
    opens: 'reading a collection',
    severity: 'LOW',
  },
];

export default rules;
