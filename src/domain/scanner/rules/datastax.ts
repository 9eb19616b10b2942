/** DataStax Astra: an application token is its name, a client id and a secret. */
import type { Rule } from '../rule.js';
import { alnum, joined, lowerHex, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('AstraCS:', joined(alnum(24), ':', lowerHex(64))),
  id: 'datastax-astra-token',
  title: 'DataStax Astra application token',
  opens: 'the databases of an organisation, with the role it was given',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'DataStax',
  rank: 'vendor',
  reference: 'https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html',
  runbook: 'datastax-token',
};

export default rule;
