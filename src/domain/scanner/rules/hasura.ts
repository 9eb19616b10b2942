/** Hasura: the admin secret of an instance passes every permission; told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['hasura'], alnum(32, 64)),
  id: 'hasura-admin-secret',
  title: 'Hasura admin secret or access token',
  opens: 'all data behind the API, past every permission',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Hasura',
  rank: 'vendor',
  reference: 'https://hasura.io/docs/2.0/deployment/graphql-engine-flags/reference/',
  runbook: 'hasura-key',
};

export default rule;
