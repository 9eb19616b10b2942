/** Checkout.com: secret keys are 26 base-32 characters and one more, or a UUID on older accounts, behind sk. */
import type { Rule } from '../rule.js';
import { LOWER, random } from './_samples.js';
import { type Body, lowerAlnum, prefixed, uuid } from './_shapes.js';

/** Base 32 in lower case; the last character may be a sign. */
const key: Body = {
  ...lowerAlnum(27),
  source: '(?:[a-z2-7]{26}[a-z2-7*#$=]|[a-z0-9]{30})',
  make: (seed) => random(`${LOWER}234567`, 27, seed),
};

const common = {
  version: 1,
  provider: 'Checkout.com',
  rank: 'vendor',
  reference: 'https://www.checkout.com/docs/developer-resources/api/api-authentication/api-keys',
  runbook: 'checkout-com-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('sk_', key),
    id: 'checkout-com-live-key',
    title: 'Checkout.com secret key',
    opens: 'real payments, refunds and payouts',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('sk_sbox_', key),
    id: 'checkout-com-sandbox-key',
    title: 'Checkout.com sandbox secret key',
    opens: 'test payments and settings',
    severity: 'LOW',
  },
  {
    ...common,
    ...prefixed('sk_', uuid),
    id: 'checkout-com-legacy-live-key',
    title: 'Checkout.com secret key (older form)',
    opens: 'real payments, refunds and payouts',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('sk_test_', uuid),
    id: 'checkout-com-legacy-sandbox-key',
    title: 'Checkout.com sandbox secret key (older form)',
    opens: 'test payments and settings',
    severity: 'LOW',
  },
];

export default rules;
