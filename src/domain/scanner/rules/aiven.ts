/** Aiven: passwords of services carry the prefix `AVNS_`; access tokens are long base64, told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { base64, base64url, joined, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Aiven',
  rank: 'vendor',
  reference: 'https://aiven.io/docs/platform/concepts/authentication-tokens',
  runbook: 'aiven-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('AVNS_', base64url(19)),
    id: 'aiven-service-password',
    title: 'Aiven service password',
    opens: 'a database or queue, as its administrator',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(['aiven'], either(base64(180, 250), joined(base64(180, 250), '='), joined(base64(180, 250), '=='))),
    id: 'aiven-token',
    title: 'Aiven access token',
    opens: 'the services and projects of a person',
    severity: 'MAXIMUM',
  },
];

export default rules;
