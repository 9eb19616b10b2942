/** CoinMarketCap: keys are UUIDs, told by the name. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const rule: Rule = {
  ...named(['coinmarketcap', 'cmc_api', 'cmc_pro', 'cmcapi', 'cmc_key'], uuid),
  id: 'coinmarketcap-key',
  title: 'CoinMarketCap API key',
  opens: 'the paid requests of an account',
  severity: 'LOW',
  version: 1,
  provider: 'CoinMarketCap',
  rank: 'vendor',
  reference: 'https://coinmarketcap.com/api/documentation/v1/#section/Authentication',
  runbook: 'coinmarketcap-key',
};

export default rule;
