/** Bitly: forty hexadecimal digits, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['bitly', 'bit_ly'], lowerHex(40)),
  id: 'bitly-token',
  title: 'Bitly access token',
  opens: 'the short links of an account: where they lead',
  severity: 'HIGH',
  version: 1,
  provider: 'Bitly',
  rank: 'vendor',
  reference: 'https://dev.bitly.com/docs/getting-started/authentication/',
  runbook: 'bitly-key',
};

export default rule;
