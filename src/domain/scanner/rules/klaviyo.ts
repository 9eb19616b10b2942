/** Klaviyo: private keys begin with pk, which elsewhere means public. */
import type { Rule } from '../rule.js';
import { alnum, joined, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Klaviyo',
  rank: 'vendor',
  reference: 'https://developers.klaviyo.com/en/docs/authenticate_',
  runbook: 'klaviyo-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('pk_', lowerHex(34)),
    id: 'klaviyo-private-key',
    title: 'Klaviyo private API key',
    opens: 'the profiles, lists and campaigns of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['klaviyo'], joined('pk_', alnum(6), '_', lowerHex(30, 40))),
    id: 'klaviyo-account-key',
    title: 'Klaviyo private API key (with the account in it)',
    opens: 'the profiles, lists and campaigns of an account',
    severity: 'HIGH',
  },
];

export default rules;
