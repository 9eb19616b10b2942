/** OANDA: two parts of 32 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { joined, lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['oanda'], joined(lowerHex(32), '-', lowerHex(32)), 'high'),
  id: 'oanda-token',
  title: 'OANDA personal access token',
  opens: 'trading with the account of its owner',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'OANDA',
  rank: 'vendor',
  reference: 'https://developer.oanda.com/rest-live-v20/authentication/',
  runbook: 'oanda-token',
};

export default rule;
