/** NASA: 40 characters, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['nasa_api', 'nasa-api', 'nasa_key'], alnum(40)),
  id: 'nasa-key',
  title: 'NASA API key',
  opens: 'the request limits of a person',
  severity: 'LOW',
  version: 1,
  provider: 'NASA',
  rank: 'vendor',
  reference: 'https://api.nasa.gov/',
  runbook: 'nasa-key',
};

export default rule;
