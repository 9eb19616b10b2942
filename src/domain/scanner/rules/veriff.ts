/** Veriff: API keys and shared secrets are UUIDs, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Veriff',
  rank: 'vendor',
  reference: 'https://developers.veriff.com/#authentication',
  runbook: 'veriff-secret',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['veriff'], uuid),
    id: 'veriff-secret',
    title: 'Veriff API key or shared secret',
    opens: 'the identity documents of people',
    severity: 'MAXIMUM',
  },
];

export default rules;
