/** Frontegg: API keys are UUIDs like the client id beside them, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Frontegg',
  rank: 'vendor',
  reference: 'https://developers.frontegg.com/guides/env-settings/keys-and-domains',
  runbook: 'frontegg-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['frontegg'], uuid),
    id: 'frontegg-api-key',
    title: 'Frontegg API key',
    opens: 'the users and tenants of an environment',
    severity: 'MAXIMUM',
  },
];

export default rules;
