/** CockroachDB Cloud: a version, an id and a secret part. */
import type { Rule } from '../rule.js';
import { alnum, joined, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('CCDB1_', joined(alnum(22), '_', alnum(40))),
  id: 'cockroachdb-key',
  title: 'CockroachDB Cloud API key',
  opens: 'the clusters of an organisation',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'CockroachDB',
  rank: 'vendor',
  reference: 'https://www.cockroachlabs.com/docs/cockroachcloud/managing-access',
  runbook: 'cockroachdb-key',
};

export default rule;
