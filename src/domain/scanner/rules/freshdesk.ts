/** Freshdesk: API keys are twenty letters and digits, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Freshdesk',
  rank: 'vendor',
  reference: 'https://developers.freshdesk.com/api/#authentication',
  runbook: 'freshdesk-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['freshdesk', 'freshservice', 'freshchat', 'freshworks'], alnum(18, 22)),
    id: 'freshdesk-api-key',
    title: 'Freshdesk or Freshservice API key',
    opens: 'the tickets and customers of an account',
    severity: 'HIGH',
  },
];

export default rules;
