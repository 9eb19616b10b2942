/** Klarna: API keys say live or test and that they are no client id. */
import type { Rule } from '../rule.js';
import { type Body, base64, prefixed } from './_shapes.js';

/** Base64 without a documented length; the examples have a hundred characters and more. */
const key: Body = { ...base64(100), source: '[0-9A-Za-z+/_-]{32,400}={0,2}' };

const common = {
  version: 1,
  provider: 'Klarna',
  rank: 'vendor',
  reference: 'https://docs.klarna.com/api/authentication/',
  runbook: 'klarna-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('klarna_live_api_', key),
    id: 'klarna-live-key',
    title: 'Klarna live API key',
    opens: 'orders, captures and refunds of a merchant',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('klarna_test_api_', key),
    id: 'klarna-test-key',
    title: 'Klarna test API key',
    opens: 'test orders of a merchant',
    severity: 'LOW',
  },
];

export default rules;
