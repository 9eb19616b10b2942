/** HackerOne: tokens are 32 bytes in base64, told by the name. */
import type { Rule } from '../rule.js';
import { base64, joined, named } from './_shapes.js';

const rule: Rule = {
  ...named(['hackerone', 'hacker_one', 'h1_api'], joined(base64(43), '=')),
  id: 'hackerone-token',
  title: 'HackerOne API token',
  opens: 'the unpublished weaknesses reported to a program',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'HackerOne',
  rank: 'vendor',
  reference: 'https://docs.hackerone.com/en/articles/8410331-api-token',
  runbook: 'hackerone-key',
};

export default rule;
