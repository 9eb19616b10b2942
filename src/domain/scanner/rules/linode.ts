/** Linode: access tokens of 64 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['linode'], lowerHex(64)),
    id: 'linode-access-token',
    version: 1,
    provider: 'Linode',
    title: 'Linode personal access token',
    opens: 'the servers, volumes and domains of an account',
    severity: 'MAXIMUM',
    rank: 'vendor',
    reference: 'https://techdocs.akamai.com/linode-api/reference/get-started',
    runbook: 'linode-token',
  },
];

export default rules;
