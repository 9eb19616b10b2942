/** OneLogin: client secrets are 64 hexadecimal digits, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'OneLogin',
  rank: 'vendor',
  reference: 'https://developers.onelogin.com/api-docs/2/getting-started/working-with-api-credentials',
  runbook: 'onelogin-client-secret',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['onelogin', 'one_login'], lowerHex(64)),
    id: 'onelogin-client-secret',
    title: 'OneLogin API client secret',
    opens: 'the people and apps of an account',
    severity: 'MAXIMUM',
  },
];

export default rules;
