/** Semaphore: API tokens of 20 characters, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['semaphore_api', 'semaphore_token', 'semaphoreci', 'semaphore-token'], base64url(20)),
    id: 'semaphore-api-token',
    version: 1,
    provider: 'Semaphore',
    title: 'Semaphore API token',
    opens: 'pipelines and their secrets',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://docs.semaphore.io/reference/api',
    runbook: 'semaphore-token',
  },
];

export default rules;
