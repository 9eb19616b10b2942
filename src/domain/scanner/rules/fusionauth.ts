/** FusionAuth: API keys are base64url without a prefix, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'FusionAuth',
  rank: 'vendor',
  reference: 'https://fusionauth.io/docs/apis/authentication',
  runbook: 'fusionauth-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['fusionauth', 'fusion_auth', 'fusion-auth'], base64url(43, 86)),
    id: 'fusionauth-api-key',
    title: 'FusionAuth API key or client secret',
    opens: 'the users and applications of an instance',
    severity: 'MAXIMUM',
  },
];

export default rules;
