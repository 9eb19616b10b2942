/** Deezer: secrets of an application are 32 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['deezer'], lowerHex(32)),
  id: 'deezer-secret',
  title: 'Deezer application secret',
  opens: 'tokens for everybody who trusted an application',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Deezer',
  rank: 'vendor',
  reference: 'https://developers.deezer.com/api/oauth',
  runbook: 'deezer-secret',
};

export default rule;
