/** Smartling: secrets of a user have 50 characters or more, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['smartling'], alnum(40, 64)),
  id: 'smartling-user-secret',
  title: 'Smartling user secret',
  opens: 'the translations of a project',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Smartling',
  rank: 'vendor',
  reference: 'https://help.smartling.com/',
  runbook: 'smartling-user-secret',
};

export default rule;
