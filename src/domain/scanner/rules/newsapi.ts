/** News API: 32 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['newsapi', 'news_api', 'news-api'], lowerHex(32)),
  id: 'newsapi-key',
  title: 'News API key',
  opens: 'the paid requests of an account',
  severity: 'LOW',
  version: 1,
  provider: 'News API',
  rank: 'vendor',
  reference: 'https://newsapi.org/docs/authentication',
  runbook: 'newsapi-key',
};

export default rule;
