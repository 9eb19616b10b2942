/** Scout: keys are twenty letters and digits, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Scout',
  rank: 'vendor',
  reference: 'https://scoutapm.com/docs',
  runbook: 'scout-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['scout_key', 'scout_apm', 'scoutapm', 'scout-apm', 'scout_agent_key'], alnum(20)),
    id: 'scout-key',
    title: 'Scout APM organisation key',
    opens: 'sending traces and errors of an organisation',
    severity: 'MEDIUM',
  },
];

export default rules;
