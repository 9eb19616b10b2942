/** deSEC: 28 characters, told by the name. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rule: Rule = {
  ...named(['desec_', 'desectoken', 'desec-'], base64url(28)),
  id: 'desec-token',
  title: 'deSEC token',
  opens: 'the DNS zones of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'deSEC',
  rank: 'vendor',
  reference: 'https://desec.readthedocs.io/en/latest/auth/tokens.html',
  runbook: 'desec-token',
};

export default rule;
