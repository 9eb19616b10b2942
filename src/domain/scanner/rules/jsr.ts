/** JSR: tokens of a person behind `jsrp_`. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('jsrp_', alnum(40, 64)),
  id: 'jsr-token',
  title: 'JSR access token',
  opens: 'publishing packages as its owner',
  severity: 'HIGH',
  version: 1,
  provider: 'JSR',
  rank: 'vendor',
  reference: 'https://jsr.io/docs/publishing-packages',
  runbook: 'jsr-token',
};

export default rule;
