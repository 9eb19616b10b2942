/** Snyk: API tokens are UUIDs, told by the names they are given to; newer tokens of people and services have a prefix. */
import type { Rule } from '../rule.js';
import { base64url, joined, lowerHex, named, prefixed, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Snyk',
  rank: 'vendor',
  reference: 'https://docs.snyk.io/developer-tools/snyk-api/authentication-for-api',
  runbook: 'snyk-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['snyk_uat.', 'snyk_sat.'], joined(lowerHex(8), '.', base64url(30, 1000))),
    id: 'snyk-access-token',
    title: 'Snyk personal access or service account token',
    opens: 'the weaknesses known of an organisation’s code',
    severity: 'HIGH',
    find: /snyk_[us]at\.[0-9A-Za-z]{4,16}\.[A-Za-z0-9_.-]{30,1200}(?![A-Za-z0-9_-])/,
  },
  {
    ...common,
    ...named(['snyk_', 'snyk-', 'snyk.', 'snyktoken', 'snykapi'], uuid),
    id: 'snyk-api-token',
    title: 'Snyk API token',
    opens: 'the weaknesses known of an organisation’s code',
    severity: 'HIGH',
  },
];

export default rules;
