/** Pingdom: tokens of API version 3 are seventy characters, keys before it 32. */
import type { Rule } from '../rule.js';
import { base64url, lowerAlnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Pingdom',
  rank: 'vendor',
  reference: 'https://docs.pingdom.com/api/#section/Authentication',
  runbook: 'pingdom-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['pingdom'], base64url(60, 90)),
    id: 'pingdom-api-token',
    title: 'Pingdom API token',
    opens: 'the checks and alerts of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['pingdom'], lowerAlnum(32)),
    id: 'pingdom-app-key',
    title: 'Pingdom application key (older form)',
    opens: 'together with a password: the checks of an account',
    severity: 'LOW',
  },
];

export default rules;
