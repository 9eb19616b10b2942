/** Yelp: keys are 128 characters, told by the name. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rule: Rule = {
  ...named(['yelp'], base64url(128)),
  id: 'yelp-key',
  title: 'Yelp API key',
  opens: 'the paid requests of an account',
  severity: 'LOW',
  version: 1,
  provider: 'Yelp',
  rank: 'vendor',
  reference: 'https://docs.developer.yelp.com/docs/fusion-authentication',
  runbook: 'yelp-key',
};

export default rule;
