/** Healthchecks.io: 32 characters, told by the name. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rule: Rule = {
  ...named(['healthchecks'], base64url(32)),
  id: 'healthchecks-key',
  title: 'Healthchecks.io API key',
  opens: 'the checks of a project',
  severity: 'LOW',
  version: 1,
  provider: 'Healthchecks.io',
  rank: 'vendor',
  reference: 'https://healthchecks.io/docs/api/',
  runbook: 'healthchecks-key',
};

export default rule;
