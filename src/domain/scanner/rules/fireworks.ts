/** Fireworks AI: keys carry the short prefix `fw_`; older ones have none. */
import type { Rule } from '../rule.js';
import { alnum, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Fireworks AI',
  rank: 'vendor',
  reference: 'https://docs.fireworks.ai/api-reference/introduction',
  runbook: 'fireworks-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('fw_', alnum(20, 28), 'medium'),
    id: 'fireworks-key',
    title: 'Fireworks AI API key',
    opens: 'paid use of the models of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['fireworks_api', 'fireworks-api', 'fireworksapi', 'fireworks_ai', 'fireworks_key'], alnum(48, 64)),
    id: 'fireworks-legacy-key',
    title: 'Fireworks AI API key (older form)',
    opens: 'paid use of the models of an account',
    severity: 'HIGH',
  },
];

export default rules;
