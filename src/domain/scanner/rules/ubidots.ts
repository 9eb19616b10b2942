/** Ubidots: tokens begin with `BBFF-` or `BBUS-`. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed(['BBFF-', 'BBUS-'], alnum(30, 32)),
  id: 'ubidots-token',
  title: 'Ubidots token',
  opens: 'the devices and data of an account',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Ubidots',
  rank: 'vendor',
  reference: 'https://docs.ubidots.com/v1.6/reference/authentication',
  runbook: 'ubidots-token',
};

export default rule;
