/** Wise: API tokens are UUIDs, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Wise',
  rank: 'vendor',
  reference: 'https://docs.wise.com/api-docs/features/authentication-access/personal-tokens',
  runbook: 'wise-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['transferwise', 'wise_api', 'wise_token', 'wise_key', 'wise-api', 'wiseapi', 'wisetoken'], uuid),
    id: 'wise-api-token',
    title: 'Wise API token',
    opens: 'balances, recipients and transfers of an account',
    severity: 'MAXIMUM',
  },
];

export default rules;
