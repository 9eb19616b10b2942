/** Paddle: API keys carry their id and a checksum; the tokens for browsers are shorter and public. */
import type { Rule } from '../rule.js';
import { alnum, base64, joined, lowerAlnum, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Paddle',
  rank: 'vendor',
  reference: 'https://developer.paddle.com/api-reference/about/authentication',
  runbook: 'paddle-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('pdl_live_apikey_', joined(lowerAlnum(26), '_', alnum(22), '_', alnum(3))),
    id: 'paddle-api-key',
    title: 'Paddle API key',
    opens: 'transactions, subscriptions and customers’ data',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed(['pdl_sdbx_apikey_', 'pdl_test_apikey_'], joined(lowerAlnum(26), '_', alnum(22), '_', alnum(3))),
    id: 'paddle-sandbox-key',
    title: 'Paddle sandbox API key',
    opens: 'test transactions and settings',
    severity: 'LOW',
  },
  {
    ...common,
    ...prefixed('pdl_ntfset_', joined(lowerAlnum(26), '_', base64(32))),
    id: 'paddle-webhook-secret',
    title: 'Paddle notification secret',
    opens: 'forging the events that an endpoint trusts',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['paddle_', 'paddleapi', 'paddleauth', 'paddlevendor'], lowerAlnum(50)),
    id: 'paddle-legacy-key',
    title: 'Paddle API key or auth code (older form)',
    opens: 'transactions, subscriptions and customers’ data',
    severity: 'MAXIMUM',
  },
];

export default rules;
