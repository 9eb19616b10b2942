/** urlscan.io: keys are UUIDs, told by the name. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const rule: Rule = {
  ...named(['urlscan'], uuid),
  id: 'urlscan-key',
  title: 'urlscan.io API key',
  opens: 'the private scans of an account',
  severity: 'LOW',
  version: 1,
  provider: 'urlscan.io',
  rank: 'vendor',
  reference: 'https://urlscan.io/docs/api/',
  runbook: 'urlscan-key',
};

export default rule;
