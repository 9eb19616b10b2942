/** StackHawk: API keys in two parts behind a prefix. */
import type { Rule } from '../rule.js';
import { base64url, joined, prefixed } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed('hawk.', joined(base64url(20), '.', base64url(20))),
    id: 'stackhawk-api-key',
    version: 1,
    provider: 'StackHawk',
    title: 'StackHawk API key',
    opens: 'the weaknesses known of an organisation’s applications',
    severity: 'MEDIUM',
    rank: 'vendor',
    reference: 'https://docs.stackhawk.com/web-app/settings/api-keys',
    runbook: 'stackhawk-key',
  },
];

export default rules;
