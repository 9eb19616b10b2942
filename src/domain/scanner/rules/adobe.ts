/** Adobe: client secrets of the Developer Console carry the prefix `p8e-`. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { base64url, lowerHex, named, prefixed, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Adobe',
  rank: 'vendor',
  reference: 'https://developer.adobe.com/developer-console/docs/guides/authentication/',
  runbook: 'adobe-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('p8e-', base64url(32)),
    id: 'adobe-client-secret',
    title: 'Adobe client secret',
    opens: 'acting as the application in an organisation’s Adobe products',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['adobe'], either(lowerHex(32), uuid)),
    id: 'adobe-legacy-secret',
    title: 'Adobe client secret (older form)',
    opens: 'acting as the application in an organisation’s Adobe products',
    severity: 'HIGH',
  },
];

export default rules;
