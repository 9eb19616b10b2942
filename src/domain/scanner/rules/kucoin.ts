/** KuCoin: secrets are UUIDs and keys 24 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { lowerHex, named, uuid } from './_shapes.js';

const rule: Rule = {
  ...named(['kucoin'], either(uuid, lowerHex(24))),
  id: 'kucoin-key',
  title: 'KuCoin API key or secret',
  opens: 'with its key: the balances, and trades or withdrawals, that it was granted',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'KuCoin',
  rank: 'vendor',
  reference: 'https://www.kucoin.com/docs-new/authentication',
  runbook: 'kucoin-key',
};

export default rule;
