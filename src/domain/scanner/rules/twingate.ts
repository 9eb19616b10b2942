/** Twingate: API keys without a prefix, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['twingate'], base64url(50, 98)),
    id: 'twingate-api-key',
    version: 1,
    provider: 'Twingate',
    title: 'Twingate API key or connector token',
    opens: 'the resources and connectors of a private network',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://www.twingate.com/docs/api-overview',
    runbook: 'twingate-key',
  },
];

export default rules;
