/** monday.com: tokens are JSON Web Tokens with the claims `tid`, `aai` and `uid`. */
import type { Rule } from '../rule.js';
import { jwtClaiming } from './_tokens.js';

const rule: Rule = {
  ...jwtClaiming(
    ({ tid, uid, aai }) => (typeof tid === 'number' && typeof uid === 'number' && aai !== undefined ? 'high' : null),
    { tid: 412345678, aai: 11, uid: 51234567, per: 'me:write' },
    { tid: 'x', uid: 3 },
  ),
  id: 'monday-token',
  title: 'monday.com API token',
  opens: 'the boards and people that its owner sees',
  severity: 'HIGH',
  version: 1,
  provider: 'monday.com',
  rank: 'vendor',
  reference: 'https://developer.monday.com/api-reference/docs/authentication',
  runbook: 'monday-key',
};

export default rule;
