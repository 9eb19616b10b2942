/** Unsplash: access and secret keys are 43 characters, told by the name. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rule: Rule = {
  ...named(['unsplash'], base64url(43)),
  id: 'unsplash-key',
  title: 'Unsplash secret key',
  opens: 'acting as the application towards people who use it',
  severity: 'LOW',
  version: 1,
  provider: 'Unsplash',
  rank: 'vendor',
  reference: 'https://unsplash.com/documentation',
  runbook: 'unsplash-key',
};

export default rule;
