/** Steam: keys of the Web API are 32 hexadecimal digits in upper case, told by the name. */
import type { Rule } from '../rule.js';
import { hex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['steam_api', 'steamapi', 'steam_web', 'steamweb', 'steam-api', 'steam_key'], hex(32)),
  id: 'steam-web-api-key',
  title: 'Steam Web API key',
  opens: 'the private data that a publisher or person may see',
  severity: 'LOW',
  version: 1,
  provider: 'Steam',
  rank: 'vendor',
  reference: 'https://steamcommunity.com/dev',
  runbook: 'steam-web-api-key',
};

export default rule;
