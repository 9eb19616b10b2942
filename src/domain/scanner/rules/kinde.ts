/** Kinde: client secrets have 48 to 50 characters, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['kinde'], alnum(46, 52)),
  id: 'kinde-client-secret',
  title: 'Kinde client secret',
  opens: 'tokens for everybody of a business',
  severity: 'HIGH',
  version: 1,
  provider: 'Kinde',
  rank: 'vendor',
  reference: 'https://docs.kinde.com/get-started/connect/getting-app-keys/',
  runbook: 'kinde-client-secret',
};

export default rule;
