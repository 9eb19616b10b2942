/** Pexels: 56 characters, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['pexels'], alnum(56)),
  id: 'pexels-key',
  title: 'Pexels API key',
  opens: 'the request limits of an account',
  severity: 'LOW',
  version: 1,
  provider: 'Pexels',
  rank: 'vendor',
  reference: 'https://www.pexels.com/api/documentation/',
  runbook: 'pexels-key',
};

export default rule;
