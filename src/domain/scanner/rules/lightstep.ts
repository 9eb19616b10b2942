/** Lightstep: access tokens are base64, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { base64, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Lightstep',
  rank: 'vendor',
  reference: 'https://docs.lightstep.com/docs/create-and-manage-access-tokens',
  runbook: 'lightstep-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['lightstep'], { ...base64(84), source: '[0-9A-Za-z+/]{60,165}={0,2}' }),
    id: 'lightstep-access-token',
    title: 'Lightstep access token',
    opens: 'sending traces to a project',
    severity: 'MEDIUM',
  },
];

export default rules;
