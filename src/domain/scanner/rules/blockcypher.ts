/** BlockCypher: 32 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['blockcypher', 'block_cypher'], lowerHex(32)),
  id: 'blockcypher-token',
  title: 'BlockCypher token',
  opens: 'the requests and hooks of an account',
  severity: 'LOW',
  version: 1,
  provider: 'BlockCypher',
  rank: 'vendor',
  reference: 'https://www.blockcypher.com/dev/bitcoin/',
  runbook: 'blockcypher-key',
};

export default rule;
