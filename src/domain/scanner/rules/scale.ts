/** Scale AI: `live_` or `test_` and 32 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('live_', lowerHex(32)),
  id: 'scale-key',
  title: 'Scale AI live API key',
  opens: 'the labelling tasks and data of a team',
  severity: 'HIGH',
  version: 1,
  provider: 'Scale AI',
  rank: 'vendor',
  reference: 'https://scale.com/docs/api-reference/authentication',
  runbook: 'scale-key',
};

export default rule;
