/** Opsgenie: keys are UUIDs, given to a name or written behind GenieKey in a header. */
import type { Rule } from '../rule.js';
import { none } from './_samples.js';
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
  {
    ...common,
    id: 'opsgenie-api-key-header',
    title: 'Opsgenie API key in a header',
    opens: 'alerts, schedules and people of an account',
    severity: 'HIGH',
    confidence: 'high',
    keywords: ['geniekey'],
    find: /GenieKey (?<secret>[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})(?![0-9A-Za-z_-])/,
    matches: () =>
      [1, 2, 3].map((seed) => ({ text: `-H "Authorization: GenieKey ${uuid.make(seed)}"`, value: uuid.make(seed) })),
    ignores: () =>
      none(
        'Authorization: GenieKey <key>',
        `GenieKey ${uuid.filler}`,
        `genieKey_${uuid.make(4)}`,
        `GenieKey ${uuid.make(5)}-1`,
      ),
  },
];

export default rules;
