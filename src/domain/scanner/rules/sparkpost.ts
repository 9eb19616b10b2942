/** SparkPost: keys are forty hexadecimal digits, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'SparkPost',
  rank: 'vendor',
  reference: 'https://developers.sparkpost.com/api/#header-authentication',
  runbook: 'sparkpost-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['sparkpost'], lowerHex(40)),
    id: 'sparkpost-api-key',
    title: 'SparkPost API key',
    opens: 'sending mail in the owner’s name',
    severity: 'HIGH',
  },
];

export default rules;
