/** Hightouch: keys are UUIDs, told by the name. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const rule: Rule = {
  ...named(['hightouch'], uuid),
  id: 'hightouch-key',
  title: 'Hightouch API key',
  opens: 'the syncs of a workspace',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Hightouch',
  rank: 'vendor',
  reference: 'https://hightouch.com/docs/developer-tools/api-guide',
  runbook: 'hightouch-key',
};

export default rule;
