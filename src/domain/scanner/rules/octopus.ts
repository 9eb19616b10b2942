/** Octopus Deploy: API keys behind a prefix. */
import type { Rule } from '../rule.js';
import { prefixed, upperAlnum } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed('API-', upperAlnum(25, 36)),
    id: 'octopus-api-key',
    version: 1,
    provider: 'Octopus Deploy',
    title: 'Octopus Deploy API key',
    opens: 'deployments and their variables, as its owner',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key',
    runbook: 'octopus-key',
  },
];

export default rules;
