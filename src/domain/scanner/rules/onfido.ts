/** Onfido: API tokens name environment and region before an id and a secret. */
import type { Rule } from '../rule.js';
import { base64url, joined, prefixed } from './_shapes.js';

const token = joined(base64url(11), '.', base64url(32));

const common = {
  version: 1,
  provider: 'Onfido',
  rank: 'vendor',
  reference: 'https://documentation.onfido.com/api/latest/#token-authentication',
  runbook: 'onfido-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['api_live.', 'api_live_us.', 'api_live_ca.'], token),
    id: 'onfido-live-token',
    title: 'Onfido live API token',
    opens: 'the identity documents of people',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed(['api_sandbox.', 'api_sandbox_us.', 'api_sandbox_ca.'], token),
    id: 'onfido-sandbox-token',
    title: 'Onfido sandbox API token',
    opens: 'made-up applicants',
    severity: 'LOW',
  },
];

export default rules;
