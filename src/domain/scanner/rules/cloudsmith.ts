/** Cloudsmith: API keys of 40 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['cloudsmith'], lowerHex(40)),
    id: 'cloudsmith-api-key',
    version: 1,
    provider: 'Cloudsmith',
    title: 'Cloudsmith API key',
    opens: 'the packages its owner may read or publish',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://help.cloudsmith.io/docs/api-key',
    runbook: 'cloudsmith-key',
  },
];

export default rules;
