/** Storyblok: personal tokens have three parts; preview and public tokens are for browsers. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, base64url, digits, joined, named } from './_shapes.js';

const rule: Rule = {
  ...named(['storyblok'], either(joined(alnum(22), 'tt-', digits(4, 8), '-', base64url(18, 24)), alnum(24)), 'high'),
  id: 'storyblok-personal-token',
  title: 'Storyblok personal access token',
  opens: 'the spaces and content of a person',
  severity: 'HIGH',
  version: 1,
  provider: 'Storyblok',
  rank: 'vendor',
  reference: 'https://www.storyblok.com/docs/api/management/getting-started/authentication',
  runbook: 'storyblok-key',
};

export default rule;
