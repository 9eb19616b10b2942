/** Perplexity: keys carry the prefix `pplx-`; older ones are hexadecimal behind it. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('pplx-', alnum(48)),
  id: 'perplexity-key',
  title: 'Perplexity API key',
  opens: 'paid answers and searches on an account',
  severity: 'HIGH',
  version: 2,
  provider: 'Perplexity',
  rank: 'vendor',
  reference: 'https://docs.perplexity.ai/guides/api-key-management',
  runbook: 'perplexity-key',
};

export default rule;
