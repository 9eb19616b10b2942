/** QuickBooks: 40 characters, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['quickbooks', 'qbo_client', 'qboclient', 'intuit'], alnum(40)),
  id: 'quickbooks-client-secret',
  title: 'QuickBooks client secret',
  opens: 'the books of everybody who trusted an application',
  severity: 'HIGH',
  version: 1,
  provider: 'Intuit',
  rank: 'vendor',
  reference: 'https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/oauth-2.0',
  runbook: 'quickbooks-client-secret',
};

export default rule;
