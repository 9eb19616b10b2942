/** Hunter: 40 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['hunter_api', 'hunterapi', 'hunter_io', 'hunterio', 'hunter_key'], lowerHex(40)),
  id: 'hunter-key',
  title: 'Hunter API key',
  opens: 'the paid requests and leads of an account',
  severity: 'LOW',
  version: 1,
  provider: 'Hunter',
  rank: 'vendor',
  reference: 'https://hunter.io/api-documentation/v2',
  runbook: 'hunter-key',
};

export default rule;
