/** Pinterest: access tokens begin with `pina_`, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, joined, named } from './_shapes.js';

const rule: Rule = {
  ...named(['pinterest'], joined('pina_', alnum(40, 160))),
  id: 'pinterest-token',
  title: 'Pinterest access token',
  opens: 'the boards and ads of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Pinterest',
  rank: 'vendor',
  reference: 'https://developers.pinterest.com/docs/getting-started/connect-app/',
  runbook: 'pinterest-token',
};

export default rule;
