/** TomTom: 32 characters, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['tomtom'], alnum(32)),
  id: 'tomtom-key',
  title: 'TomTom API key',
  opens: 'the paid requests of an account',
  severity: 'LOW',
  version: 1,
  provider: 'TomTom',
  rank: 'vendor',
  reference: 'https://developer.tomtom.com/',
  runbook: 'tomtom-key',
};

export default rule;
