/** Fastly: API tokens of 32 characters, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['fastly'], base64url(32)),
    id: 'fastly-api-token',
    version: 1,
    provider: 'Fastly',
    title: 'Fastly API token',
    opens: 'the services and caches that the token’s scope names',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://www.fastly.com/documentation/reference/api/auth-tokens/',
    runbook: 'fastly-token',
  },
];

export default rules;
