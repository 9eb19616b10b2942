/** Better Stack: source tokens are 24 letters and digits; Logtail and Better Uptime were its names. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Better Stack',
  rank: 'vendor',
  reference: 'https://betterstack.com/docs/logs/api/getting-started/',
  runbook: 'better-stack-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['logtail', 'betterstack', 'better_stack', 'better-stack', 'betteruptime', 'better_uptime'], alnum(24)),
    id: 'better-stack-token',
    title: 'Better Stack source or API token',
    opens: 'logs, monitors and incidents of a team',
    severity: 'MEDIUM',
  },
];

export default rules;
