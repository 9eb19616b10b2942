/** Persona: API keys are UUIDs behind their environment. */
import type { Rule } from '../rule.js';
import { prefixed, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Persona',
  rank: 'vendor',
  reference: 'https://docs.withpersona.com/api-keys',
  runbook: 'persona-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('persona_production_', uuid),
    id: 'persona-production-key',
    title: 'Persona production API key',
    opens: 'the identity documents of people',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('persona_sandbox_', uuid),
    id: 'persona-sandbox-key',
    title: 'Persona sandbox API key',
    opens: 'made-up inquiries',
    severity: 'LOW',
  },
];

export default rules;
