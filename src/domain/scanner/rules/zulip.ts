/** Zulip: API keys are 32 letters and digits, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Zulip',
  rank: 'vendor',
  reference: 'https://zulip.com/api/api-keys',
  runbook: 'zulip-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['zulip'], alnum(32)),
    id: 'zulip-api-key',
    title: 'Zulip API key',
    opens: 'a server’s channels, as the person or bot it belongs to',
    severity: 'HIGH',
  },
];

export default rules;
