/** Finnhub: twenty or forty letters and digits, told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { lowerAlnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['finnhub'], either(lowerAlnum(40), lowerAlnum(20))),
  id: 'finnhub-key',
  title: 'Finnhub API key',
  opens: 'the paid market data of an account',
  severity: 'LOW',
  version: 1,
  provider: 'Finnhub',
  rank: 'vendor',
  reference: 'https://finnhub.io/docs/api/authentication',
  runbook: 'finnhub-key',
};

export default rule;
