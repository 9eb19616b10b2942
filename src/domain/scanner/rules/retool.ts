/** Retool: tokens of the API behind `retool_01`. */
import type { Rule } from '../rule.js';
import { lowerAlnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('retool_01', lowerAlnum(24, 32)),
  id: 'retool-token',
  title: 'Retool API access token',
  opens: 'the apps, people and permissions of an organisation',
  severity: 'HIGH',
  version: 1,
  provider: 'Retool',
  rank: 'vendor',
  reference: 'https://docs.retool.com/org-users/guides/retool-api',
  runbook: 'retool-token',
};

export default rule;
