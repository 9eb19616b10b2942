/** Jenkins: API tokens are a version and 32 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { joined, lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['jenkins'], either(joined('11', lowerHex(32)), lowerHex(32))),
    id: 'jenkins-api-token',
    version: 1,
    provider: 'Jenkins',
    title: 'Jenkins API token',
    opens: 'jobs and credentials its owner may use',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/',
    runbook: 'jenkins-token',
  },
];

export default rules;
