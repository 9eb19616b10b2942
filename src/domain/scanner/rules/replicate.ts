/** Replicate: tokens carry the prefix `r8_` and have forty characters in all. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('r8_', base64url(37)),
  id: 'replicate-token',
  title: 'Replicate API token',
  opens: 'paid use of the models of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Replicate',
  rank: 'vendor',
  reference: 'https://replicate.com/docs/topics/security/api-tokens',
  runbook: 'replicate-key',
};

export default rule;
