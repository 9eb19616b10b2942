/** CircleCI: newer tokens carry a prefix and the id of their owner, older ones have 40 hexadecimal digits. */
import type { Rule } from '../rule.js';
import { alnum, joined, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'CircleCI',
  rank: 'vendor',
  reference: 'https://circleci.com/docs/managing-api-tokens/',
  runbook: 'circleci-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['CCIPAT_', 'CCIPRJ_'], joined(alnum(20, 24), '_', lowerHex(40))),
    id: 'circleci-token',
    title: 'CircleCI personal or project token',
    opens: 'pipelines and their environment variables',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['circleci', 'circle_ci', 'circle-ci', 'circle_token', 'circle-token', 'circletoken'], lowerHex(40)),
    id: 'circleci-old-token',
    title: 'CircleCI token (without prefix)',
    opens: 'pipelines and their environment variables',
    severity: 'HIGH',
  },
];

export default rules;
