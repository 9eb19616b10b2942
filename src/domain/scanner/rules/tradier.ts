/** Tradier: 28 characters, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['tradier'], alnum(28)),
  id: 'tradier-token',
  title: 'Tradier access token',
  opens: 'trading with the account of its owner',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Tradier',
  rank: 'vendor',
  reference: 'https://docs.tradier.com/docs/authentication',
  runbook: 'tradier-token',
};

export default rule;
