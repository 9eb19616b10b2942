/** Fivetran: a secret of 32 letters and digits, or base64 of key and secret; told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, base64, joined, named } from './_shapes.js';

const rule: Rule = {
  ...named(['fivetran'], either(alnum(32), joined(base64(66, 67), '='), base64(66, 68))),
  id: 'fivetran-secret',
  title: 'Fivetran API secret',
  opens: 'the connectors of an account, and what they read',
  severity: 'HIGH',
  version: 1,
  provider: 'Fivetran',
  rank: 'vendor',
  reference: 'https://fivetran.com/docs/rest-api/getting-started',
  runbook: 'fivetran-key',
};

export default rule;
