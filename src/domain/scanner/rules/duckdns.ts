/** Duck DNS: tokens are UUIDs, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['duckdns'], uuid),
    id: 'duckdns-token',
    version: 1,
    provider: 'Duck DNS',
    title: 'Duck DNS token',
    opens: 'the addresses of an account’s domains',
    severity: 'MEDIUM',
    rank: 'vendor',
    reference: 'https://www.duckdns.org/spec.jsp',
    runbook: 'duckdns-token',
  },
];

export default rules;
