/** Front: API tokens are JSON Web Tokens without an end; webhook and app secrets are 32 hexadecimal digits. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Front',
  rank: 'vendor',
  reference: 'https://dev.frontapp.com/docs/create-and-revoke-api-tokens',
  runbook: 'front-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['frontapp', 'front_app_secret', 'front_api', 'front_secret', 'frontsecret', 'front-api'], lowerHex(32)),
    id: 'front-app-secret',
    title: 'Front app or webhook secret',
    opens: 'forging what Front sends an application',
    severity: 'MEDIUM',
  },
];

export default rules;
