/** ipstack: 32 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['ipstack'], lowerHex(32)),
  id: 'ipstack-key',
  title: 'ipstack access key',
  opens: 'the paid requests of an account',
  severity: 'LOW',
  version: 1,
  provider: 'ipstack',
  rank: 'vendor',
  reference: 'https://ipstack.com/documentation',
  runbook: 'ipstack-key',
};

export default rule;
