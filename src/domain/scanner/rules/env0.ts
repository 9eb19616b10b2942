/** env0: API key secrets without a prefix, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['env0_', 'env0-api', 'env0api'], base64url(32)),
    id: 'env0-api-key',
    version: 1,
    provider: 'env0',
    title: 'env0 API key secret',
    opens: 'environments and runs that change infrastructure',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://docs.envzero.com/',
    runbook: 'env0-key',
  },
];

export default rules;
