/** xAI: keys of a team carry the prefix `xai-`. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const common = {
  version: 2,
  provider: 'xAI',
  rank: 'vendor',
  reference: 'https://docs.x.ai/docs/tutorial',
  runbook: 'xai-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('xai-', base64url(80)),
    id: 'xai-key',
    title: 'xAI API key',
    opens: 'paid use of the models of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('xai-token-', base64url(60, 100)),
    id: 'xai-management-key',
    title: 'xAI management key',
    opens: 'making and revoking the API keys of a team',
    severity: 'MAXIMUM',
  },
];

export default rules;
