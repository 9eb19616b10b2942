/** Neon: keys of a person, an organisation or a project carry the prefix `napi_`. */
import type { Rule } from '../rule.js';
import { lowerAlnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('napi_', lowerAlnum(60, 68)),
  id: 'neon-key',
  title: 'Neon API key',
  opens: 'the databases and branches of an account',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Neon',
  rank: 'vendor',
  reference: 'https://neon.com/docs/manage/api-keys',
  runbook: 'neon-key',
};

export default rule;
