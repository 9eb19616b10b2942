/** Vonage: secrets are sixteen letters and digits beside a key of eight; the vendor was called Nexmo. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Vonage',
  rank: 'vendor',
  reference: 'https://developer.vonage.com/en/getting-started/concepts/authentication',
  runbook: 'vonage-secret',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['nexmo', 'vonage'], alnum(16)),
    id: 'vonage-api-secret',
    title: 'Vonage (Nexmo) API secret',
    opens: 'sending messages and calls at the owner’s cost',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['nexmo_signature', 'vonage_signature', 'nexmosignature', 'vonagesignature'], alnum(32, 64)),
    id: 'vonage-signature-secret',
    title: 'Vonage (Nexmo) signature secret',
    opens: 'forging signed requests and webhooks',
    severity: 'MEDIUM',
  },
];

export default rules;
