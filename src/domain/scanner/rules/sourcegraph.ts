/** Sourcegraph: access tokens name the instance they belong to. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { joined, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Sourcegraph',
  rank: 'vendor',
  reference: 'https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token',
  runbook: 'sourcegraph-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('sgp_', either(lowerHex(40), joined(lowerHex(16), '_', lowerHex(40)), joined('local_', lowerHex(40)))),
    id: 'sourcegraph-access-token',
    title: 'Sourcegraph access token',
    opens: 'the code its owner may search',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed(['slk_', 'sgd_'], lowerHex(64)),
    id: 'sourcegraph-license-token',
    title: 'Sourcegraph license or gateway token',
    opens: 'completions on the bill of an instance',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...named(['sourcegraph', 'src_access_token'], lowerHex(40)),
    id: 'sourcegraph-old-token',
    title: 'Sourcegraph access token (without prefix)',
    opens: 'the code its owner may search',
    severity: 'HIGH',
  },
];

export default rules;
