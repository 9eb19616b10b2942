/** NS1: API keys of 20 letters and digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['ns1_', 'ns1-', 'ns1api', 'x-nsone-key', 'nsone'], alnum(20)),
    id: 'ns1-api-key',
    version: 1,
    provider: 'NS1',
    title: 'NS1 API key',
    opens: 'the DNS zones of an account',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://www.ibm.com/docs/en/ns1-connect?topic=keys-creating-api-key',
    runbook: 'ns1-key',
  },
];

export default rules;
