/** Zendesk: API tokens are forty letters and digits, OAuth tokens and secrets 64. */
import type { Rule } from '../rule.js';
import { alnum, lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Zendesk',
  rank: 'vendor',
  reference: 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/',
  runbook: 'zendesk-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['zendesk'], alnum(40)),
    id: 'zendesk-api-token',
    title: 'Zendesk API token',
    opens: 'the tickets and customers of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['zendesk'], lowerHex(64)),
    id: 'zendesk-oauth-secret',
    title: 'Zendesk OAuth token or client secret',
    opens: 'the tickets and customers of an account',
    severity: 'HIGH',
  },
];

export default rules;
