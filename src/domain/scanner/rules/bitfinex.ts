/** Bitfinex: key and secret are 43 characters each, or more with a mark of their version; told by the name. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rule: Rule = {
  ...named(['bitfinex', 'bfx_api', 'bfx_key', 'bfx_secret'], base64url(43, 52)),
  id: 'bitfinex-key',
  title: 'Bitfinex API key or secret',
  opens: 'with its key: the balances, and trades or withdrawals, that it was granted',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Bitfinex',
  rank: 'vendor',
  reference: 'https://docs.bitfinex.com/docs/rest-auth',
  runbook: 'bitfinex-key',
};

export default rule;
