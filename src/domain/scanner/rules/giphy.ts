/** Giphy: 32 characters, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['giphy'], alnum(32)),
  id: 'giphy-key',
  title: 'Giphy API key',
  opens: 'the request limits of an application',
  severity: 'LOW',
  version: 1,
  provider: 'Giphy',
  rank: 'vendor',
  reference: 'https://developers.giphy.com/docs/api/',
  runbook: 'giphy-key',
};

export default rule;
