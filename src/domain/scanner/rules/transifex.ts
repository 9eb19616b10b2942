/** Transifex: 40 hexadecimal digits behind `1/`, told by the name. */
import type { Rule } from '../rule.js';
import { joined, lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['transifex', 'tx_token', 'tx-token', 'txtoken'], joined('1/', lowerHex(40)), 'high'),
  id: 'transifex-token',
  title: 'Transifex API token',
  opens: 'the translations its owner may change',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Transifex',
  rank: 'vendor',
  reference: 'https://developers.transifex.com/reference/api-authentication',
  runbook: 'transifex-token',
};

export default rule;
