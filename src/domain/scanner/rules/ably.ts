/** Ably: keys are an app, a key name and a secret in one text. */
import type { Rule } from '../rule.js';
import { base64url, joined, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Ably',
  rank: 'vendor',
  reference: 'https://ably.com/docs/auth/basic',
  runbook: 'ably-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      ['ably_api', 'ably_key', 'ablyapi', 'ablykey', 'ably-api', 'ably-key', 'ably.realtime', 'ably.rest'],
      joined(base64url(6), '.', base64url(6), ':', base64url(16, 43)),
      'high',
    ),
    id: 'ably-api-key',
    title: 'Ably API key',
    opens: 'publishing and reading on every channel of an app',
    severity: 'HIGH',
  },
];

export default rules;
