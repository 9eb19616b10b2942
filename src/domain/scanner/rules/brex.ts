/** Brex: tokens of a person behind `bxt_`. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('bxt_', alnum(32, 64)),
  id: 'brex-token',
  title: 'Brex user token',
  opens: 'the cards, payments and people of a company',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Brex',
  rank: 'vendor',
  reference: 'https://developer.brex.com/docs/authentication/',
  runbook: 'brex-token',
};

export default rule;
