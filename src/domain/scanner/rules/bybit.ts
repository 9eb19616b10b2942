/** Bybit: secrets are 36 letters and digits and keys eighteen, told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['bybit'], either(alnum(36), alnum(18))),
  id: 'bybit-key',
  title: 'Bybit API key or secret',
  opens: 'with its key: the balances, and trades or withdrawals, that it was granted',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Bybit',
  rank: 'vendor',
  reference: 'https://bybit-exchange.github.io/docs/v5/guide',
  runbook: 'bybit-key',
};

export default rule;
