/** GitGuardian: 72 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['gitguardian'], either(lowerHex(72), alnum(71, 80))),
  id: 'gitguardian-key',
  title: 'GitGuardian API key',
  opens: 'the incidents of a workspace',
  severity: 'HIGH',
  version: 1,
  provider: 'GitGuardian',
  rank: 'vendor',
  reference: 'https://docs.gitguardian.com/api-docs/authentication',
  runbook: 'gitguardian-key',
};

export default rule;
