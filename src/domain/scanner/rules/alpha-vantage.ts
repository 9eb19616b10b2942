/** Alpha Vantage: sixteen capitals and digits, told by the name. */
import type { Rule } from '../rule.js';
import { named, upperAlnum } from './_shapes.js';

const rule: Rule = {
  ...named(['alphavantage', 'alpha_vantage', 'alpha-vantage'], upperAlnum(16)),
  id: 'alpha-vantage-key',
  title: 'Alpha Vantage API key',
  opens: 'the paid requests of an account',
  severity: 'LOW',
  version: 1,
  provider: 'Alpha Vantage',
  rank: 'vendor',
  reference: 'https://www.alphavantage.co/documentation/',
  runbook: 'alpha-vantage-key',
};

export default rule;
