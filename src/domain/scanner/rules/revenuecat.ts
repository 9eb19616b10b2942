/** RevenueCat: secret keys begin with `sk_`, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, joined, named } from './_shapes.js';

const rule: Rule = {
  ...named(['revenuecat', 'revenue_cat'], joined('sk_', alnum(28, 32))),
  id: 'revenuecat-secret-key',
  title: 'RevenueCat secret key',
  opens: 'the subscribers and purchases of a project',
  severity: 'HIGH',
  version: 1,
  provider: 'RevenueCat',
  rank: 'vendor',
  reference: 'https://www.revenuecat.com/docs/projects/authentication',
  runbook: 'revenuecat-secret-key',
};

export default rule;
