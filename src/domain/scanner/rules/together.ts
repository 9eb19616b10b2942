/** Together AI: newer keys carry a prefix with their version, older ones are 64 hexadecimal digits. */
import type { Rule } from '../rule.js';
import { base64url, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Together AI',
  rank: 'vendor',
  reference: 'https://docs.together.ai/docs/quickstart',
  runbook: 'together-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('tgp_v1_', base64url(43)),
    id: 'together-key',
    title: 'Together AI API key',
    opens: 'paid use of the models of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['togetherai', 'together_ai', 'together-ai', 'together_api', 'together-api', 'togetherapi'], lowerHex(64)),
    id: 'together-legacy-key',
    title: 'Together AI API key (older form)',
    opens: 'paid use of the models of an account',
    severity: 'HIGH',
  },
];

export default rules;
