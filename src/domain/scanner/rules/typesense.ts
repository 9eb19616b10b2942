/** Typesense: 32 letters and digits, told by the name; search-only keys are public. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(
    ['typesense_admin', 'typesense-admin', 'typesense_api', 'typesenseapi', 'typesense-api', 'typesense_key'],
    alnum(32),
  ),
  id: 'typesense-key',
  title: 'Typesense API key',
  opens: 'the documents of a cluster',
  severity: 'HIGH',
  version: 1,
  provider: 'Typesense',
  rank: 'vendor',
  reference: 'https://typesense.org/docs/latest/api/api-keys.html',
  runbook: 'typesense-key',
};

export default rule;
