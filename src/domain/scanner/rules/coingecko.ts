/** CoinGecko: 24 characters behind `CG-`. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('CG-', alnum(24)),
  id: 'coingecko-key',
  title: 'CoinGecko API key',
  opens: 'the paid requests of an account',
  severity: 'LOW',
  version: 1,
  provider: 'CoinGecko',
  rank: 'vendor',
  reference: 'https://docs.coingecko.com/reference/authentication',
  runbook: 'coingecko-key',
};

export default rule;
