/** Browserbase: keys say in their prefix whether they are live. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed(['bb_live_', 'bb_test_'], base64url(24, 40)),
  id: 'browserbase-key',
  title: 'Browserbase API key',
  opens: 'browser sessions at the cost of a project, and their recordings',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Browserbase',
  rank: 'vendor',
  reference: 'https://docs.browserbase.com/reference/introduction',
  runbook: 'browserbase-key',
};

export default rule;
