/** Clearbit: 32 hexadecimal digits behind `sk_`. */
import type { Rule } from '../rule.js';
import { lowerHex, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('sk_', lowerHex(32), 'medium'),
  id: 'clearbit-key',
  title: 'Clearbit secret key',
  opens: 'the paid look-ups of an account',
  severity: 'LOW',
  version: 1,
  provider: 'Clearbit',
  rank: 'vendor',
  reference: 'https://clearbit.com/docs#authentication',
  runbook: 'clearbit-key',
};

export default rule;
