/** Ruby on Rails: the secret that cookies are signed with, and the key of the encrypted credentials. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Ruby on Rails',
  rank: 'vendor',
  reference: 'https://guides.rubyonrails.org/security.html#custom-credentials',
  runbook: 'rails-secret',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['secret_key_base', 'secretkeybase'], either(lowerHex(128), lowerHex(64))),
    id: 'rails-secret-key-base',
    title: 'Rails secret key base',
    opens: 'signing in as anybody, and running code where cookies are marshalled',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['rails_master_key', 'railsmasterkey', 'rails-master-key'], lowerHex(32)),
    id: 'rails-master-key',
    title: 'Rails master key',
    opens: 'the encrypted credentials of an application',
    severity: 'HIGH',
  },
];

export default rules;
