/** Iterable: keys are 32 hexadecimal digits; the vendor’s name is also a word of programming languages. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Iterable',
  rank: 'vendor',
  reference: 'https://support.iterable.com/hc/en-us/articles/360043464871-API-Keys',
  runbook: 'iterable-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['iterable_api', 'iterable_key', 'iterable_token', 'iterableapi', 'iterable-api'], lowerHex(32)),
    id: 'iterable-api-key',
    title: 'Iterable API key',
    opens: 'users, lists and campaigns of a project',
    severity: 'HIGH',
  },
];

export default rules;
