/** Etherscan and its sister explorers: 34 capitals and digits, told by the name. */
import type { Rule } from '../rule.js';
import { named, upperAlnum } from './_shapes.js';

const rule: Rule = {
  ...named(['etherscan', 'bscscan', 'polygonscan', 'arbiscan', 'basescan', 'ftmscan'], upperAlnum(34)),
  id: 'etherscan-key',
  title: 'Etherscan API key',
  opens: 'the requests of an account',
  severity: 'LOW',
  version: 1,
  provider: 'Etherscan',
  rank: 'vendor',
  reference: 'https://docs.etherscan.io/getting-an-api-key',
  runbook: 'etherscan-key',
};

export default rule;
