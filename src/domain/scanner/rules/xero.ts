/** Xero: 48 characters, told by the name. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rule: Rule = {
  ...named(['xero_client', 'xero_secret', 'xeroclient', 'xerosecret', 'xero-client', 'xero.client'], base64url(48)),
  id: 'xero-client-secret',
  title: 'Xero client secret',
  opens: 'the books of everybody who trusted an application',
  severity: 'HIGH',
  version: 1,
  provider: 'Xero',
  rank: 'vendor',
  reference: 'https://developer.xero.com/documentation/guides/oauth2/overview/',
  runbook: 'xero-client-secret',
};

export default rule;
