/** Sanity: robot tokens begin with `sk` and have 180 characters; told by the name. */
import type { Rule } from '../rule.js';
import { alnum, joined, named } from './_shapes.js';

const rule: Rule = {
  ...named(['sanity'], joined('sk', alnum(120, 200))),
  id: 'sanity-token',
  title: 'Sanity API token',
  opens: 'the content of a project',
  severity: 'HIGH',
  version: 1,
  provider: 'Sanity',
  rank: 'vendor',
  reference: 'https://www.sanity.io/docs/content-lake/http-auth',
  runbook: 'sanity-key',
};

export default rule;
