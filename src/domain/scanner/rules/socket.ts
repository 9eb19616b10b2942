/** Socket: API tokens behind a prefix. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed('sktsec_', base64url(30, 100)),
    id: 'socket-api-token',
    version: 1,
    provider: 'Socket',
    title: 'Socket API token',
    opens: 'the packages and weaknesses known of an organisation’s code',
    severity: 'MEDIUM',
    rank: 'vendor',
    reference: 'https://docs.socket.dev/docs/api-tokens',
    runbook: 'socket-token',
  },
];

export default rules;
