/** Looker: client secrets have 24 characters, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['looker'], alnum(24)),
  id: 'looker-client-secret',
  title: 'Looker client secret',
  opens: 'the data that a person may query',
  severity: 'HIGH',
  version: 1,
  provider: 'Looker',
  rank: 'vendor',
  reference: 'https://cloud.google.com/looker/docs/api-auth',
  runbook: 'looker-client-secret',
};

export default rule;
