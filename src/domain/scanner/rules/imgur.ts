/** Imgur: client secrets are 40 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['imgur'], lowerHex(40)),
  id: 'imgur-client-secret',
  title: 'Imgur client secret',
  opens: 'tokens for everybody who trusted an application',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Imgur',
  rank: 'vendor',
  reference: 'https://apidocs.imgur.com/',
  runbook: 'imgur-client-secret',
};

export default rule;
