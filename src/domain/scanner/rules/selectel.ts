/** Selectel: tokens end in the number of the account, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, digits, joined, named } from './_shapes.js';

const rule: Rule = {
  ...named(['selectel', 'sel_token'], joined(alnum(25), '_', digits(4, 8))),
  id: 'selectel-token',
  title: 'Selectel API token',
  opens: 'the servers and domains of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Selectel',
  rank: 'vendor',
  reference: 'https://docs.selectel.ru/en/api/authorization/',
  runbook: 'selectel-token',
};

export default rule;
