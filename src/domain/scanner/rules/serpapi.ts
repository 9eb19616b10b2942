/** SerpApi: 64 hexadecimal digits, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['serpapi', 'serp_api', 'serp-api'], lowerHex(64)),
  id: 'serpapi-key',
  title: 'SerpApi private API key',
  opens: 'paid searches on an account',
  severity: 'MEDIUM',
  version: 1,
  provider: 'SerpApi',
  rank: 'vendor',
  reference: 'https://serpapi.com/search-api',
  runbook: 'serpapi-key',
};

export default rule;
