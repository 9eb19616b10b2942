/** Coralogix: keys have a prefix of their kind since 2024 and were UUIDs before. */
import type { Rule } from '../rule.js';
import { alnum, named, prefixed, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Coralogix',
  rank: 'vendor',
  reference: 'https://coralogix.com/docs/user-guides/account-management/api-keys/api-keys/',
  runbook: 'coralogix-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['cxtp_', 'cxup_'], alnum(30)),
    id: 'coralogix-api-key',
    title: 'Coralogix API key',
    opens: 'the logs and settings of a team, or sending more logs',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['coralogix'], uuid),
    id: 'coralogix-legacy-key',
    title: 'Coralogix API key (older form)',
    opens: 'the logs of a team, or sending more logs',
    severity: 'MEDIUM',
  },
];

export default rules;
