/** Axiom: tokens are UUIDs behind a prefix of their kind. */
import type { Rule } from '../rule.js';
import { prefixed, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Axiom',
  rank: 'vendor',
  reference: 'https://axiom.co/docs/reference/tokens',
  runbook: 'axiom-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('xaat-', uuid),
    id: 'axiom-api-token',
    title: 'Axiom API token',
    opens: 'the datasets of an organisation',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('xapt-', uuid),
    id: 'axiom-personal-token',
    title: 'Axiom personal token',
    opens: 'an organisation, as the person who made it',
    severity: 'MAXIMUM',
  },
];

export default rules;
