/** Wasabi: secret keys of 40 characters, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { base64, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['wasabi'], base64(40)),
    id: 'wasabi-secret-key',
    version: 1,
    provider: 'Wasabi',
    title: 'Wasabi secret access key',
    opens: 'the buckets of an account',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://docs.wasabi.com/docs/creating-a-new-access-key',
    runbook: 'wasabi-key',
  },
];

export default rules;
