/** Tatum: two parts of 24 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { joined, lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['tatum'], joined('t-', lowerHex(24), '-', lowerHex(24)), 'high'),
  id: 'tatum-key',
  title: 'Tatum API key',
  opens: 'the paid requests of an account',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Tatum',
  rank: 'vendor',
  reference: 'https://docs.tatum.io/docs/authentication',
  runbook: 'tatum-key',
};

export default rule;
