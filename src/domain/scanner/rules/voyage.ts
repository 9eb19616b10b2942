/** Voyage AI: keys carry the short prefix `pa-`. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('pa-', base64url(43)),
  id: 'voyage-key',
  title: 'Voyage AI API key',
  opens: 'paid embeddings on an account',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Voyage AI',
  rank: 'vendor',
  reference: 'https://docs.voyageai.com/docs/api-key-and-installation',
  runbook: 'voyage-key',
};

export default rule;
