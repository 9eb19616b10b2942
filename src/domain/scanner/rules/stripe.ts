/** Stripe's secret, restricted and webhook signing keys; publishable keys are public. */
import type { Candidate, Rule, Verdict } from '../rule.js';
import { END } from './_assigned.js';
import { ALNUM, around, none, random } from './_samples.js';

const common = {
  version: 2,
  provider: 'Stripe',
  confidence: 'high',
  rank: 'vendor',
  reference: 'https://docs.stripe.com/keys',
  runbook: 'stripe-key',
} as const;

/** 24 characters, or many more; Magic's, with the same prefix, have 16. */
const BODY = '(?:[A-Za-z0-9]{30,247}|[A-Za-z0-9]{24}|[A-Za-z0-9]{16})';

/**
 * Clerk, Paystack and WorkOS have the prefixes of Stripe’s secret keys too. Its own are 24 characters, or 51 and many
 * more; one of another length is theirs where they claim it.
 */
function surely({ value }: Candidate): Verdict {
  const body = value.replace(/^sk_(?:live|test)_/, '');
  const isOwn = body === value || body.length === 24 || (body.startsWith('51') && body.length > 60);
  return { confidence: isOwn ? 'high' : 'medium' };
}

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'stripe-live-key',
    title: 'Stripe live secret or restricted key',
    opens: 'real payments, refunds and customers’ data',
    severity: 'MAXIMUM',
    keywords: ['sk_live_', 'rk_live_', 'sk_org_live_'],
    find: new RegExp(`(?:sk_live_|rk_live_|sk_org_live_)${BODY}${END}`),
    check: surely,
    matches: () =>
      around(
        `sk_live_${random(ALNUM, 24, 1)}`,
        `sk_live_51${random(ALNUM, 97, 4)}`,
        `rk_live_${random(ALNUM, 99, 2)}`,
        `sk_org_live_${random(ALNUM, 60, 3)}`,
      ),
    ignores: () =>
      none(
        `pk_live_${random(ALNUM, 24)}`,
        'sk_live_your_key_here',
        `sk_live_${'x'.repeat(24)}`,
        `sk_live_${random(ALNUM, 23)}`,
        `sk_live_${random(ALNUM, 25)}`,
        `task_live_${random(ALNUM, 24)}`,
      ),
  },
  {
    ...common,
    id: 'stripe-test-key',
    title: 'Stripe test secret or restricted key',
    opens: 'a sandbox: no money, but test data and settings',
    severity: 'LOW',
    keywords: ['sk_test_', 'rk_test_'],
    find: new RegExp(`[sr]k_test_${BODY}${END}`),
    check: surely,
    matches: () => around(`sk_test_${random(ALNUM, 24, 1)}`, `rk_test_${random(ALNUM, 99, 2)}`),
    ignores: () =>
      none(`pk_test_${random(ALNUM, 24)}`, 'sk_test_key', `sk_test_${'1'.repeat(24)}`, 'desk_test_environment_setup'),
  },
  {
    ...common,
    id: 'stripe-webhook-secret',
    title: 'Webhook signing secret (Stripe, Svix)',
    opens: 'forging the events that an endpoint trusts',
    severity: 'HIGH',
    keywords: ['whsec_'],
    find: /whsec_(?:[A-Za-z0-9+/]{4}){8,22}(?:[A-Za-z0-9+/]{2}(?:==|[A-Za-z0-9+/]=))?(?![A-Za-z0-9_+/=])/,
    reference: 'https://docs.stripe.com/webhooks/signature',
    runbook: 'stripe-webhook',
    matches: () => around(`whsec_${random(ALNUM, 32, 1)}`),
    ignores: () =>
      none(
        'whsec_',
        `whsec_${'.'.repeat(32)}`,
        `whsec_${random(ALNUM, 12)}`,
        `whsec_${random(ALNUM, 31)}`,
        'whsec_your_signing_secret',
      ),
  },
];

export default rules;
