/** Cloudsmith: API keys of 40 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { alnum, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Cloudsmith',
  rank: 'vendor',
  reference: 'https://help.cloudsmith.io/docs/api-key',
  runbook: 'cloudsmith-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['cloudsmith'], lowerHex(40)),
    id: 'cloudsmith-api-key',
    title: 'Cloudsmith API key',
    opens: 'the packages its owner may read or publish',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed(['csm_', 'csa_'], alnum(32, 40)),
    id: 'cloudsmith-prefixed-key',
    title: 'Cloudsmith API key (with prefix)',
    opens: 'the packages its owner may read or publish',
    severity: 'HIGH',
  },
];

export default rules;
