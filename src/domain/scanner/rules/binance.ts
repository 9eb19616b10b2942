/** Binance: key and secret are 64 letters and digits each, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['binance'], alnum(64)),
  id: 'binance-key',
  title: 'Binance API key or secret',
  opens: 'with its key: the balances, and trades or withdrawals, that it was granted',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Binance',
  rank: 'vendor',
  reference: 'https://developers.binance.com/docs/binance-spot-api-docs/rest-api',
  runbook: 'binance-key',
};

export default rule;
