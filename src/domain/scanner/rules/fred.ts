/** FRED: 32 letters and digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerAlnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['fred_api', 'fred-api', 'fredapi', 'fred_key'], lowerAlnum(32)),
  id: 'fred-key',
  title: 'FRED API key',
  opens: 'the requests of an account',
  severity: 'LOW',
  version: 1,
  provider: 'Federal Reserve Economic Data',
  rank: 'vendor',
  reference: 'https://fred.stlouisfed.org/docs/api/api_key.html',
  runbook: 'fred-key',
};

export default rule;
