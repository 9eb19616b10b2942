/** Meilisearch: API keys are 64 hexadecimal digits; cloud keys forty, told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['meili'], either(lowerHex(64), lowerHex(40))),
  id: 'meilisearch-key',
  title: 'Meilisearch API key',
  opens: 'the documents of an instance',
  severity: 'HIGH',
  version: 1,
  provider: 'Meilisearch',
  rank: 'vendor',
  reference: 'https://www.meilisearch.com/docs/learn/security/basic_security',
  runbook: 'meilisearch-key',
};

export default rule;
