/** Help Scout: 32 characters, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['helpscout', 'help_scout'], alnum(32)),
  id: 'helpscout-app-secret',
  title: 'Help Scout app secret',
  opens: 'the conversations of a company',
  severity: 'HIGH',
  version: 1,
  provider: 'Help Scout',
  rank: 'vendor',
  reference: 'https://developer.helpscout.com/mailbox-api/overview/authentication/',
  runbook: 'helpscout-app-secret',
};

export default rule;
