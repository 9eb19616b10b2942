/** Customer.io: tracking keys are twenty hexadecimal digits, App API keys 32. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Customer.io',
  rank: 'vendor',
  reference: 'https://docs.customer.io/accounts-and-workspaces/managing-credentials/',
  runbook: 'customer-io-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['customerio', 'customer_io', 'customer.io', 'customer-io', 'cio_api'], lowerHex(20)),
    id: 'customer-io-tracking-key',
    title: 'Customer.io tracking API key',
    opens: 'changing people and events of a workspace',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...named(['customerio', 'customer_io', 'customer.io', 'customer-io', 'cio_app'], lowerHex(32)),
    id: 'customer-io-app-key',
    title: 'Customer.io App API key',
    opens: 'sending messages in the owner’s name, and their contacts',
    severity: 'HIGH',
  },
];

export default rules;
