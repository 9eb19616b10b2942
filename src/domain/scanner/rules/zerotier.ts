/** ZeroTier: API tokens of 32 characters, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['zerotier', 'zt_token', 'zt_api'], alnum(32)),
    id: 'zerotier-api-token',
    version: 1,
    provider: 'ZeroTier',
    title: 'ZeroTier Central API token',
    opens: 'the members and routes of private networks',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://docs.zerotier.com/api/central/v1/',
    runbook: 'zerotier-token',
  },
];

export default rules;
