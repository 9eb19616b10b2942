/** Polar: tokens say in their prefix what they are: of an organisation, a person, or an application. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed(['polar_oat_', 'polar_pat_', 'polar_at_u_', 'polar_at_o_', 'polar_cs_'], base64url(32, 60)),
  id: 'polar-token',
  title: 'Polar access token',
  opens: 'the products, orders and customers of an organisation',
  severity: 'HIGH',
  version: 1,
  provider: 'Polar',
  rank: 'vendor',
  reference: 'https://docs.polar.sh/api-reference/introduction',
  runbook: 'polar-token',
};

export default rule;
