/** Reddit: secrets of scripts and apps are 27 or thirty characters, told by the name. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rule: Rule = {
  ...named(['reddit', 'praw_'], base64url(27, 30)),
  id: 'reddit-client-secret',
  title: 'Reddit client secret',
  opens: 'with its owner’s password: posting as them',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Reddit',
  rank: 'vendor',
  reference: 'https://github.com/reddit-archive/reddit/wiki/OAuth2',
  runbook: 'reddit-key',
};

export default rule;
