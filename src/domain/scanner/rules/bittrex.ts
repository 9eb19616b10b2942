/** Bittrex: key and secret are 32 hexadecimal digits each, told by the name; the exchange closed in 2023. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['bittrex'], lowerHex(32)),
  id: 'bittrex-key',
  title: 'Bittrex API key or secret',
  opens: 'records of an account of a closed exchange',
  severity: 'LOW',
  version: 1,
  provider: 'Bittrex',
  rank: 'vendor',
  reference: 'https://bittrex.github.io/api/v3',
  runbook: 'bittrex-key',
};

export default rule;
