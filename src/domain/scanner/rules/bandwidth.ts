/** Bandwidth: 48 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['bandwidth_api', 'bandwidth_token', 'bandwidth_secret', 'bandwidthapi'], lowerHex(48)),
  id: 'bandwidth-secret',
  title: 'Bandwidth API secret or token',
  opens: 'calls and messages at the cost of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Bandwidth',
  rank: 'vendor',
  reference: 'https://dev.bandwidth.com/docs/credentials',
  runbook: 'bandwidth-secret',
};

export default rule;
