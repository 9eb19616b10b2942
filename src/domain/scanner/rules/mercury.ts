/** Mercury: tokens are URIs of the scheme `secret-token`, and end in the bank’s name backwards. */
import type { Rule } from '../rule.js';
import { alnum, joined, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed(
    ['secret-token:mercury_production_', 'secret-token:mercury_sandbox_'],
    joined(alnum(2, 6), '_', alnum(40, 48), '_yrucrem', alnum(0)),
  ),
  id: 'mercury-token',
  title: 'Mercury API token',
  opens: 'the accounts and payments of a company',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Mercury',
  rank: 'vendor',
  reference: 'https://docs.mercury.com/reference/getting-started',
  runbook: 'mercury-token',
};

export default rule;
