/** Firecrawl: 32 hexadecimal digits behind `fc-`. */
import type { Rule } from '../rule.js';
import { lowerHex, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('fc-', lowerHex(32)),
  id: 'firecrawl-key',
  title: 'Firecrawl API key',
  opens: 'paid crawling on an account',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Firecrawl',
  rank: 'vendor',
  reference: 'https://docs.firecrawl.dev/introduction',
  runbook: 'firecrawl-key',
};

export default rule;
