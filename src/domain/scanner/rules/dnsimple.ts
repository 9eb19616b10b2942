/** DNSimple: tokens behind a prefix that tells accounts from people, older ones told by their names. */
import type { Rule } from '../rule.js';
import { alnum, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'DNSimple',
  rank: 'vendor',
  reference: 'https://support.dnsimple.com/articles/api-access-token/',
  runbook: 'dnsimple-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['dnsimple_a_', 'dnsimple_u_'], alnum(32, 40)),
    id: 'dnsimple-token',
    title: 'DNSimple API access token',
    opens: 'the domains and DNS of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['dnsimple'], alnum(32)),
    id: 'dnsimple-old-token',
    title: 'DNSimple API access token (without prefix)',
    opens: 'the domains and DNS of an account',
    severity: 'HIGH',
  },
];

export default rules;
