/** Tavily: keys for development and for production carry the prefix `tvly-`. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed(['tvly-dev-', 'tvly-prod-', 'tvly-'], base64url(32, 60)),
  id: 'tavily-key',
  title: 'Tavily API key',
  opens: 'paid web searches on an account',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Tavily',
  rank: 'vendor',
  reference: 'https://docs.tavily.com/documentation/quickstart',
  runbook: 'tavily-key',
};

export default rule;
