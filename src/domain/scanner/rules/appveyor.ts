/** AppVeyor: newer API tokens carry their version, older ones are told by the names they are given to. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { joined, lowerAlnum, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['appveyor'], either(joined('v2.', lowerAlnum(20)), lowerAlnum(20))),
    id: 'appveyor-api-token',
    version: 1,
    provider: 'AppVeyor',
    title: 'AppVeyor API token',
    opens: 'builds and their settings',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://www.appveyor.com/docs/api/',
    runbook: 'appveyor-token',
  },
];

export default rules;
