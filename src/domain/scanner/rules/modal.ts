/** Modal: a token is an id (`ak-`), which is no secret alone, and a secret (`as-`). */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('as-', alnum(22), 'medium'),
  id: 'modal-token-secret',
  title: 'Modal token secret',
  opens: 'with its id: running code on the GPUs of a workspace',
  severity: 'HIGH',
  version: 1,
  provider: 'Modal',
  rank: 'vendor',
  reference: 'https://modal.com/docs/reference/modal.config',
  runbook: 'modal-key',
};

export default rule;
