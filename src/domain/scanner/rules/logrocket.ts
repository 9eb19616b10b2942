/** LogRocket: API keys name organisation and app before the secret. */
import type { Rule } from '../rule.js';
import { alnum, joined, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'LogRocket',
  rank: 'vendor',
  reference: 'https://docs.logrocket.com/reference/authentication',
  runbook: 'logrocket-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['logrocket'], {
      ...joined('acme:app:', alnum(20)),
      source: '[0-9a-z-]{2,30}:[0-9a-z-]{2,30}:[0-9A-Za-z]{20,40}',
    }),
    id: 'logrocket-api-key',
    title: 'LogRocket API key',
    opens: 'the recorded sessions of visitors',
    severity: 'HIGH',
  },
];

export default rules;
