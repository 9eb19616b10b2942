/** Scale AI: `live_` or `test_` and 32 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, joined, named } from './_shapes.js';

const rule: Rule = {
  ...named(['scale_api', 'scale-api', 'scaleapi', 'scale_ai', 'scaleai'], joined('live_', alnum(32))),
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
