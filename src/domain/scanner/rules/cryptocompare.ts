/** CryptoCompare: 64 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['cryptocompare'], lowerHex(64)),
  id: 'cryptocompare-key',
  title: 'CryptoCompare API key',
  opens: 'the paid requests of an account',
  severity: 'LOW',
  version: 1,
  provider: 'CryptoCompare',
  rank: 'vendor',
  reference: 'https://min-api.cryptocompare.com/documentation',
  runbook: 'cryptocompare-key',
};

export default rule;
