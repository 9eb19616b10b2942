/** Fitbit: client secrets are 32 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['fitbit'], lowerHex(32)),
  id: 'fitbit-client-secret',
  title: 'Fitbit client secret',
  opens: 'tokens for everybody who trusted an application',
  severity: 'HIGH',
  version: 1,
  provider: 'Fitbit',
  rank: 'vendor',
  reference: 'https://dev.fitbit.com/build/reference/web-api/developer-guide/authorization/',
  runbook: 'fitbit-client-secret',
};

export default rule;
