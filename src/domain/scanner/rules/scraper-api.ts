/** ScraperAPI: 32 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['scraperapi', 'scraper_api'], lowerHex(32)),
  id: 'scraper-api-key',
  title: 'ScraperAPI key',
  opens: 'the paid requests of an account',
  severity: 'LOW',
  version: 1,
  provider: 'ScraperAPI',
  rank: 'vendor',
  reference: 'https://docs.scraperapi.com/',
  runbook: 'scraper-api-key',
};

export default rule;
