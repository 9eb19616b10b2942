/** Vimeo: access tokens are 32 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['vimeo'], lowerHex(32)),
  id: 'vimeo-token',
  title: 'Vimeo access token',
  opens: 'the videos of an account, as far as its scopes go',
  severity: 'HIGH',
  version: 1,
  provider: 'Vimeo',
  rank: 'vendor',
  reference: 'https://developer.vimeo.com/api/authentication',
  runbook: 'vimeo-token',
};

export default rule;
