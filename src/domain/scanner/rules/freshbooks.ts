/** FreshBooks: client secrets are 64 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['freshbooks'], lowerHex(64)),
  id: 'freshbooks-client-secret',
  title: 'FreshBooks client secret',
  opens: 'the books of everybody who trusted an application',
  severity: 'HIGH',
  version: 1,
  provider: 'FreshBooks',
  rank: 'vendor',
  reference: 'https://www.freshbooks.com/api/authentication',
  runbook: 'freshbooks-client-secret',
};

export default rule;
