/** Shodan: 32 letters and digits, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['shodan'], alnum(32)),
  id: 'shodan-key',
  title: 'Shodan API key',
  opens: 'the paid searches and monitors of an account',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Shodan',
  rank: 'vendor',
  reference: 'https://developer.shodan.io/api/requirements',
  runbook: 'shodan-key',
};

export default rule;
