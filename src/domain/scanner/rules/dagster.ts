/** Dagster+: the kind, a colon and 32 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { joined, lowerAlnum, lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(
    ['dagster'],
    either(joined('agent:', lowerAlnum(3, 20), ':', lowerHex(32)), joined('user:', lowerHex(32)), lowerHex(32)),
  ),
  id: 'dagster-token',
  title: 'Dagster+ agent or user token',
  opens: 'the runs and code locations of a deployment',
  severity: 'HIGH',
  version: 1,
  provider: 'Dagster',
  rank: 'vendor',
  reference: 'https://docs.dagster.io/deployment/dagster-plus/management/tokens',
  runbook: 'dagster-key',
};

export default rule;
