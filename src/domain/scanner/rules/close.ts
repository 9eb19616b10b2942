/** Close: two parts of 22 characters behind `api_`. */
import type { Rule } from '../rule.js';
import { alnum, joined, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('api_', joined(alnum(22), '.', alnum(22))),
  id: 'close-key',
  title: 'Close API key',
  opens: 'the leads, calls and mail of an organisation',
  severity: 'HIGH',
  version: 1,
  provider: 'Close',
  rank: 'vendor',
  reference: 'https://developer.close.com/topics/authentication/',
  runbook: 'close-key',
};

export default rule;
