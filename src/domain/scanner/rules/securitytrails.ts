/** SecurityTrails: 32 characters, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['securitytrails', 'security_trails'], alnum(32)),
  id: 'securitytrails-key',
  title: 'SecurityTrails API key',
  opens: 'the paid requests of an account',
  severity: 'LOW',
  version: 1,
  provider: 'SecurityTrails',
  rank: 'vendor',
  reference: 'https://docs.securitytrails.com/reference/authentication',
  runbook: 'securitytrails-key',
};

export default rule;
