/** E2B: forty hexadecimal digits behind the prefix, of a team (`e2b_`) or a person (`sk_e2b_`). */
import type { Rule } from '../rule.js';
import { lowerHex, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed(['e2b_', 'sk_e2b_'], lowerHex(40)),
  id: 'e2b-key',
  title: 'E2B API key or access token',
  opens: 'running code in the sandboxes of a team',
  severity: 'HIGH',
  version: 1,
  provider: 'E2B',
  rank: 'vendor',
  reference: 'https://e2b.dev/docs/api-key',
  runbook: 'e2b-key',
};

export default rule;
