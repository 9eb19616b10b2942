/** Riot Games: a UUID behind `RGAPI-`. */
import type { Rule } from '../rule.js';
import { prefixed, uuid } from './_shapes.js';

const rule: Rule = {
  ...prefixed('RGAPI-', uuid),
  id: 'riot-games-key',
  title: 'Riot Games API key',
  opens: 'the request limits of a product',
  severity: 'LOW',
  version: 1,
  provider: 'Riot Games',
  rank: 'vendor',
  reference: 'https://developer.riotgames.com/docs/portal',
  runbook: 'riot-games-key',
};

export default rule;
