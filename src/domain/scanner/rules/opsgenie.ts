/** Opsgenie: keys are UUIDs, given to a name or written behind GenieKey in a header. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Opsgenie',
  rank: 'vendor',
  reference: 'https://docs.opsgenie.com/docs/authentication',
  runbook: 'opsgenie-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['opsgenie', 'ops_genie'], uuid),
    id: 'opsgenie-api-key',
    title: 'Opsgenie API key',
    opens: 'alerts, schedules and people of an account',
    severity: 'HIGH',
  },
];

export default rules;
