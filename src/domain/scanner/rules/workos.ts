/** WorkOS: API keys are base64 of their id and a secret, behind the prefix of Stripe’s. */
import type { Rule } from '../rule.js';
import { alnum, joined, prefixed } from './_shapes.js';

/** The id begins with `key_`, which is `a2V5X` and more in its encoding. */
const key = joined('a2V5X', alnum(40, 90));

const common = {
  version: 1,
  provider: 'WorkOS',
  rank: 'vendor',
  reference: 'https://workos.com/docs/reference/api-keys',
  runbook: 'workos-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['sk_live_', 'sk_prod_'], key),
    id: 'workos-live-key',
    title: 'WorkOS production API key',
    opens: 'the directories, connections and users of an environment',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('sk_test_', key),
    id: 'workos-test-key',
    title: 'WorkOS staging API key',
    opens: 'the users of a staging environment',
    severity: 'LOW',
  },
];

export default rules;
