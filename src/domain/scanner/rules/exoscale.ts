/** Exoscale: API secrets of 43 characters, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['exoscale', 'exo_api', 'exo_secret'], base64url(43)),
    id: 'exoscale-api-secret',
    version: 1,
    provider: 'Exoscale',
    title: 'Exoscale API secret',
    opens: 'what the IAM role of the key allows',
    severity: 'MAXIMUM',
    rank: 'vendor',
    reference: 'https://community.exoscale.com/product/iam/quick-start/',
    runbook: 'exoscale-key',
  },
];

export default rules;
