/** Fauna: secrets of keys and tokens begin with `fn` and a version. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('fnA', base64url(35, 39)),
  id: 'fauna-secret',
  title: 'Fauna key secret',
  opens: 'the data of a database',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Fauna',
  rank: 'vendor',
  reference: 'https://docs.faunadb.org/fauna/current/learn/security/keys/',
  runbook: 'fauna-key',
};

export default rule;
