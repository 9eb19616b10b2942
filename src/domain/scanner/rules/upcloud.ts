/** UpCloud: API tokens carry a prefix since 2025. */
import type { Rule } from '../rule.js';
import { prefixed, upperAlnum } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed('ucat_', upperAlnum(26)),
    id: 'upcloud-api-token',
    version: 2,
    provider: 'UpCloud',
    title: 'UpCloud API token',
    opens: 'the servers, storage and databases of an account',
    severity: 'MAXIMUM',
    rank: 'vendor',
    reference: 'https://upcloud.com/docs/guides/managing-api-tokens/',
    runbook: 'upcloud-token',
  },
];

export default rules;
