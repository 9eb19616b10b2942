/** Contentful: management tokens carry the prefix `CFPAT-`; delivery tokens are public. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('CFPAT-', base64url(43)),
  id: 'contentful-personal-token',
  title: 'Contentful personal access token',
  opens: 'the spaces and content of a person',
  severity: 'HIGH',
  version: 1,
  provider: 'Contentful',
  rank: 'vendor',
  reference: 'https://www.contentful.com/developers/docs/references/authentication/',
  runbook: 'contentful-key',
};

export default rule;
