/** Braintree: access tokens name their environment and merchant; private keys are bare hexadecimal digits. */
import type { Rule } from '../rule.js';
import { joined, lowerAlnum, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Braintree',
  rank: 'vendor',
  reference: 'https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials',
  runbook: 'braintree-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('access_token$production$', joined(lowerAlnum(16), '$', lowerHex(32))),
    id: 'braintree-access-token',
    title: 'Braintree access token',
    opens: 'payments and refunds of a merchant',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('access_token$sandbox$', joined(lowerAlnum(16), '$', lowerHex(32))),
    id: 'braintree-sandbox-access-token',
    title: 'Braintree sandbox access token',
    opens: 'a sandbox: no money, but test data and settings',
    severity: 'LOW',
  },
  {
    ...common,
    ...named(['braintree', 'bt_private'], lowerHex(32)),
    id: 'braintree-private-key',
    title: 'Braintree private key',
    opens: 'payments and refunds of a merchant',
    severity: 'MAXIMUM',
  },
];

export default rules;
