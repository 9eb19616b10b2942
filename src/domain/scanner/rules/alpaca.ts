/** Alpaca: secrets have 40 characters, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['alpaca', 'apca_api', 'apca-api'], alnum(40, 44)),
  id: 'alpaca-secret-key',
  title: 'Alpaca secret key',
  opens: 'trading with the account of its owner',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Alpaca',
  rank: 'vendor',
  reference: 'https://docs.alpaca.markets/docs/authentication-1',
  runbook: 'alpaca-secret-key',
};

export default rule;
