/** Bugcrowd: API tokens are hexadecimal, told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['bugcrowd'], either(lowerHex(64), lowerHex(40), lowerHex(32))),
  id: 'bugcrowd-token',
  title: 'Bugcrowd API token',
  opens: 'the unpublished weaknesses reported to a program',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Bugcrowd',
  rank: 'vendor',
  reference: 'https://docs.bugcrowd.com/api/getting-started/',
  runbook: 'bugcrowd-key',
};

export default rule;
