/** Duffel: access tokens are 43 characters behind their mode. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Duffel',
  rank: 'vendor',
  reference: 'https://duffel.com/docs/api/overview/authentication',
  runbook: 'duffel-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('duffel_live_', base64url(43)),
    id: 'duffel-live-token',
    title: 'Duffel live access token',
    opens: 'booking flights at the owner’s cost, and the passengers’ data',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('duffel_test_', base64url(43)),
    id: 'duffel-test-token',
    title: 'Duffel test access token',
    opens: 'test bookings',
    severity: 'LOW',
  },
];

export default rules;
