/** Windsurf (once Codeium): service keys carry `sk-ws-`, those of editors are UUIDs. */
import type { Rule } from '../rule.js';
import { base64url, digits, joined, named, prefixed, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Windsurf',
  rank: 'vendor',
  reference: 'https://docs.windsurf.com/plugins/accounts/api-reference/api-introduction',
  runbook: 'windsurf-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('sk-ws-', joined(digits(2), '-', base64url(60, 110))),
    id: 'windsurf-key',
    title: 'Windsurf API key',
    opens: 'paid use of the models of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['codeium', 'windsurf'], uuid),
    id: 'windsurf-service-key',
    title: 'Windsurf service or editor key',
    opens: 'the usage and the members of a team',
    severity: 'HIGH',
  },
];

export default rules;
