/** Courier: authentication tokens begin with pk or dk and are capitals and digits. */
import type { Rule } from '../rule.js';
import { prefixed, upperAlnum } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Courier',
  rank: 'vendor',
  reference: 'https://www.courier.com/docs/reference/authorization',
  runbook: 'courier-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['pk_prod_', 'dk_prod_'], upperAlnum(28)),
    id: 'courier-production-token',
    title: 'Courier production authentication token',
    opens: 'sending notifications in the owner’s name',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed(['pk_test_', 'dk_test_'], upperAlnum(28)),
    id: 'courier-test-token',
    title: 'Courier test authentication token',
    opens: 'test notifications',
    severity: 'LOW',
  },
];

export default rules;
