/** ReadMe: keys carry the prefix `rdme_`. */
import type { Rule } from '../rule.js';
import { lowerAlnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('rdme_', lowerAlnum(70)),
  id: 'readme-key',
  title: 'ReadMe API key',
  opens: 'the documentation of a project',
  severity: 'MEDIUM',
  version: 2,
  provider: 'ReadMe',
  rank: 'vendor',
  reference: 'https://docs.readme.com/main/reference/authentication',
  runbook: 'readme-key',
};

export default rule;
