/** Honeybadger: personal tokens and keys of a project behind prefixes. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed(['hbp_', 'hbu_'], alnum(30, 40)),
  id: 'honeybadger-key',
  title: 'Honeybadger API key',
  opens: 'sending errors to a project, or reading them',
  severity: 'LOW',
  version: 1,
  provider: 'Honeybadger',
  rank: 'vendor',
  reference: 'https://docs.honeybadger.io/api/',
  runbook: 'honeybadger-key',
};

export default rule;
