/** BitMEX: secrets have 48 characters, told by the name. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rule: Rule = {
  ...named(['bitmex'], base64url(48)),
  id: 'bitmex-secret',
  title: 'BitMEX API secret',
  opens: 'trading with the account of its owner',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'BitMEX',
  rank: 'vendor',
  reference: 'https://www.bitmex.com/app/apiKeysUsage',
  runbook: 'bitmex-secret',
};

export default rule;
