/** Raygun: keys are 22 to 24 characters of base64, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { base64, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Raygun',
  rank: 'vendor',
  reference: 'https://raygun.com/documentation/product-guides/crash-reporting/',
  runbook: 'raygun-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['raygun'], { ...base64(22), source: '[0-9A-Za-z+/]{22}(?:==)?' }),
    id: 'raygun-api-key',
    title: 'Raygun API key',
    opens: 'sending crash reports of an application',
    severity: 'LOW',
  },
];

export default rules;
