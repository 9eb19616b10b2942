/** Etsy: 24 characters, told by the name. */
import type { Rule } from '../rule.js';
import { lowerAlnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['etsy'], lowerAlnum(24)),
  id: 'etsy-keystring',
  title: 'Etsy API keystring',
  opens: 'the request limits of an application',
  severity: 'LOW',
  version: 1,
  provider: 'Etsy',
  rank: 'vendor',
  reference: 'https://developers.etsy.com/documentation/essentials/authentication',
  runbook: 'etsy-keystring',
};

export default rule;
