/** Lokalise: 40 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['lokalise'], lowerHex(40)),
  id: 'lokalise-token',
  title: 'Lokalise API token',
  opens: 'the translations its owner may change',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Lokalise',
  rank: 'vendor',
  reference: 'https://developers.lokalise.com/reference/api-authentication',
  runbook: 'lokalise-token',
};

export default rule;
