/** Ping Identity: client secrets are 64 signs, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Ping Identity',
  rank: 'vendor',
  reference: 'https://docs.pingidentity.com/pingone/applications/p1_applications_landing_page.html',
  runbook: 'ping-client-secret',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['pingone', 'ping_one', 'pingidentity', 'pingfederate'], {
      ...base64url(64),
      source: '[0-9A-Za-z_.~-]{64}',
    }),
    id: 'pingone-client-secret',
    title: 'PingOne client secret',
    opens: 'logging in as an application, and with its roles managing an environment',
    severity: 'HIGH',
  },
];

export default rules;
