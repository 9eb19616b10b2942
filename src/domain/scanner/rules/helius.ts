/** Helius: keys are UUIDs, told by the name. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const rule: Rule = {
  ...named(['helius'], uuid),
  id: 'helius-key',
  title: 'Helius API key',
  opens: 'the paid requests of an account',
  severity: 'LOW',
  version: 1,
  provider: 'Helius',
  rank: 'vendor',
  reference: 'https://www.helius.dev/docs/api-reference/authentication',
  runbook: 'helius-key',
};

export default rule;
