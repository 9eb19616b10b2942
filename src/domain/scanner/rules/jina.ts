/** Jina AI: a prefix, 32 hexadecimal digits and a random part. */
import type { Rule } from '../rule.js';
import { base64url, joined, lowerHex, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('jina_', joined(lowerHex(32), base64url(28))),
  id: 'jina-key',
  title: 'Jina AI API key',
  opens: 'paid embeddings, reading and search on an account',
  severity: 'MEDIUM',
  version: 2,
  provider: 'Jina AI',
  rank: 'vendor',
  reference: 'https://jina.ai/embeddings/',
  runbook: 'jina-key',
};

export default rule;
