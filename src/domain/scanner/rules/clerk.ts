/** Clerk: secret keys share the prefix of Stripe’s, and are longer than its older ones and shorter than its newer ones. */
import type { Rule } from '../rule.js';
import { type Body, alnum, prefixed } from './_shapes.js';

/** Not what WorkOS (base64 of `key_`) and Paystack (forty hexadecimal digits) have behind the same prefix. */
const key: Body = {
  ...alnum(42),
  source: '(?!a2V5X|[0-9a-f]{40}(?![0-9A-Za-z]))[0-9A-Za-z]{40,50}',
};

const common = {
  version: 1,
  provider: 'Clerk',
  rank: 'vendor',
  reference: 'https://clerk.com/docs/guides/development/clerk-environment-variables',
  runbook: 'clerk-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('sk_live_', key),
    id: 'clerk-live-key',
    title: 'Clerk production secret key',
    opens: 'the users and sessions of an application',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('sk_test_', key),
    id: 'clerk-test-key',
    title: 'Clerk development secret key',
    opens: 'the users and sessions of a development instance',
    severity: 'LOW',
  },
];

export default rules;
