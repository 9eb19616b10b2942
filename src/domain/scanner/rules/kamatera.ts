/** Kamatera: API secrets of 32 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['kamatera'], lowerHex(32)),
    id: 'kamatera-api-secret',
    version: 1,
    provider: 'Kamatera',
    title: 'Kamatera API client secret',
    opens: 'the servers and bills of an account',
    severity: 'MAXIMUM',
    rank: 'vendor',
    reference: 'https://console.kamatera.com/docs',
    runbook: 'kamatera-secret',
  },
];

export default rules;
