/** Square: access tokens of today begin like base64 of zeros, older ones and OAuth secrets say what they are. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Square',
  rank: 'vendor',
  reference: 'https://developer.squareup.com/docs/build-basics/access-tokens',
  runbook: 'square-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('EAAA', base64url(60)),
    id: 'square-access-token',
    title: 'Square access token',
    opens: 'the payments, orders and customers of a seller',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('sq0atp-', base64url(22)),
    id: 'square-legacy-access-token',
    title: 'Square access token (older form)',
    opens: 'the payments, orders and customers of a seller',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('sq0csp-', base64url(43)),
    id: 'square-oauth-secret',
    title: 'Square OAuth application secret',
    opens: 'tokens for every seller who trusted an application',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed(['sandbox-sq0atb-', 'sandbox-sq0csb-'], base64url(22, 43)),
    id: 'square-sandbox-secret',
    title: 'Square sandbox token or secret',
    opens: 'a sandbox: no money, but test data and settings',
    severity: 'LOW',
  },
];

export default rules;
