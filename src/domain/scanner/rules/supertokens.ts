/** SuperTokens: API keys of a core are whatever its operator set, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'SuperTokens',
  rank: 'vendor',
  reference: 'https://supertokens.com/docs/deployment/self-hosting/with-docker',
  runbook: 'supertokens-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['supertokens', 'super_tokens'], { ...base64url(28), source: '[0-9A-Za-z=_-]{20,40}' }),
    id: 'supertokens-core-key',
    title: 'SuperTokens core API key',
    opens: 'the users and sessions of an application',
    severity: 'MAXIMUM',
  },
];

export default rules;
