/** Mollie: keys are thirty characters behind the mode they work in. */
import type { Rule } from '../rule.js';
import { alnum, joined, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Mollie',
  rank: 'vendor',
  reference: 'https://docs.mollie.com/reference/authentication',
  runbook: 'mollie-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('live_', alnum(30)),
    id: 'mollie-live-key',
    title: 'Mollie live API key',
    opens: 'real payments and refunds of a profile',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(['mollie'], joined('test_', alnum(30))),
    id: 'mollie-test-key',
    title: 'Mollie test API key',
    opens: 'test payments of a profile',
    severity: 'LOW',
  },
  {
    ...common,
    ...named(['mollie'], joined('access_', alnum(30, 50))),
    id: 'mollie-access-token',
    title: 'Mollie organisation or app access token',
    opens: 'payments, settlements and profiles of an organisation',
    severity: 'HIGH',
  },
];

export default rules;
