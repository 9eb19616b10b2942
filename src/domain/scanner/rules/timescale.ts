/** Tiger Data (Timescale): the secret half of a project’s access keys, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['timescale', 'tigerdata', 'tiger_secret'], alnum(32, 64)),
  id: 'timescale-secret-key',
  title: 'Tiger Data secret key',
  opens: 'the database services of a project',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Tiger Data',
  rank: 'vendor',
  reference: 'https://www.tigerdata.com/docs/integrate/latest/find-connection-details',
  runbook: 'timescale-key',
};

export default rule;
