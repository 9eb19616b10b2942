/** Apollo.io: 22 characters, told by the name. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rule: Rule = {
  ...named(['apollo_io', 'apollo_api', 'apolloio', 'apolloapi'], base64url(22)),
  id: 'apollo-io-key',
  title: 'Apollo.io API key',
  opens: 'the contacts and paid searches of a team',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Apollo.io',
  rank: 'vendor',
  reference: 'https://docs.apollo.io/docs/create-api-key',
  runbook: 'apollo-io-key',
};

export default rule;
