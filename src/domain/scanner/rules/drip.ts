/** Drip: 32 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['drip_api', 'drip_token', 'dripapi', 'driptoken', 'drip-api'], lowerHex(32)),
  id: 'drip-token',
  title: 'Drip API token',
  opens: 'the subscribers and campaigns of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Drip',
  rank: 'vendor',
  reference: 'https://developer.drip.com/#authentication',
  runbook: 'drip-token',
};

export default rule;
