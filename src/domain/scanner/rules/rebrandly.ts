/** Rebrandly: 32 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['rebrandly'], lowerHex(32)),
  id: 'rebrandly-key',
  title: 'Rebrandly API key',
  opens: 'the links of a workspace',
  severity: 'LOW',
  version: 1,
  provider: 'Rebrandly',
  rank: 'vendor',
  reference: 'https://developers.rebrandly.com/docs/api-key-authentication',
  runbook: 'rebrandly-key',
};

export default rule;
