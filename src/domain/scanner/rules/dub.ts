/** Dub: keys of a workspace behind a prefix. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('dub_', alnum(24)),
  id: 'dub-key',
  title: 'Dub API key',
  opens: 'the links and their figures of a workspace',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Dub',
  rank: 'vendor',
  reference: 'https://dub.co/docs/api-reference/tokens',
  runbook: 'dub-key',
};

export default rule;
