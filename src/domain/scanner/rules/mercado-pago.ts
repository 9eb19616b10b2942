/** Mercado Pago: access tokens name the application, the day and the seller. */
import type { Rule } from '../rule.js';
import { digits, joined, lowerHex, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Mercado Pago',
  rank: 'vendor',
  reference: 'https://www.mercadopago.com/developers/en/docs/your-integrations/credentials',
  runbook: 'mercado-pago-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('APP_USR-', joined(digits(12, 16), '-', digits(6), '-', lowerHex(32), '-', digits(5, 12))),
    id: 'mercado-pago-live-token',
    title: 'Mercado Pago access token',
    opens: 'payments and refunds of a seller',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('TEST-', joined(digits(12, 16), '-', digits(6), '-', lowerHex(32), '-', digits(5, 12))),
    id: 'mercado-pago-test-token',
    title: 'Mercado Pago test token',
    opens: 'the test payments of a seller',
    severity: 'LOW',
  },
];

export default rules;
