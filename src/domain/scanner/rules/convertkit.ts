/** Kit (ConvertKit): keys of API version 4 have a prefix; the secrets before are 43 characters without. */
import type { Rule } from '../rule.js';
import { base64url, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Kit (ConvertKit)',
  rank: 'vendor',
  reference: 'https://developers.kit.com/api-reference/authentication',
  runbook: 'convertkit-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('kit_', lowerHex(32)),
    id: 'convertkit-api-key',
    title: 'Kit (ConvertKit) API key',
    opens: 'subscribers and broadcasts of a creator',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['convertkit', 'convert_kit', 'convert-kit'], base64url(43)),
    id: 'convertkit-api-secret',
    title: 'ConvertKit API secret (older form)',
    opens: 'subscribers and broadcasts of a creator',
    severity: 'HIGH',
  },
];

export default rules;
