/** Friendli: tokens behind `flp_`. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('flp_', alnum(40, 60)),
  id: 'friendli-token',
  title: 'Friendli personal access token',
  opens: 'paid use of the models of a team',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Friendli',
  rank: 'vendor',
  reference: 'https://friendli.ai/docs/guides/personal_access_tokens',
  runbook: 'friendli-token',
};

export default rule;
