/** PayU: merchant keys and salts of 32 characters, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['payu_', 'payumerchant', 'payusalt', 'payu-'], alnum(32)),
  id: 'payu-key',
  title: 'PayU merchant key or salt',
  opens: 'forging and reading the payments of a merchant',
  severity: 'HIGH',
  version: 1,
  provider: 'PayU',
  rank: 'vendor',
  reference: 'https://docs.payu.in/',
  runbook: 'payu-key',
};

export default rule;
