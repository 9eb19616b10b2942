/** Gumroad: 43 characters, told by the name. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rule: Rule = {
  ...named(['gumroad'], base64url(43)),
  id: 'gumroad-token',
  title: 'Gumroad access token',
  opens: 'the products and sales of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Gumroad',
  rank: 'vendor',
  reference: 'https://gumroad.com/api',
  runbook: 'gumroad-token',
};

export default rule;
