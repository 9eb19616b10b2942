/** Akeyless: access keys without a prefix, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { keyBytes } from './_bodies.js';
import { named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['akeyless'], keyBytes(32)),
    id: 'akeyless-access-key',
    version: 1,
    provider: 'Akeyless',
    title: 'Akeyless access key',
    opens: 'the secrets that the access role allows',
    severity: 'MAXIMUM',
    rank: 'vendor',
    reference: 'https://docs.akeyless.io/docs/api-key',
    runbook: 'akeyless-key',
  },
];

export default rules;
