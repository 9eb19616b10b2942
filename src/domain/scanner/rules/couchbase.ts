/** Couchbase Capella: long base64, told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { base64, joined, named } from './_shapes.js';

const rule: Rule = {
  ...named(
    ['capella', 'couchbase'],
    either(base64(64, 120), joined(base64(64, 120), '='), joined(base64(64, 120), '==')),
  ),
  id: 'couchbase-capella-key',
  title: 'Couchbase Capella API key',
  opens: 'the clusters of an organisation',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Couchbase',
  rank: 'vendor',
  reference: 'https://docs.couchbase.com/cloud/management-api-guide/management-api-start.html',
  runbook: 'couchbase-key',
};

export default rule;
