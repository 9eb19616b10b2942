/** Auth.js and NextAuth.js: the secret that sessions are made with, 32 bytes in base64, told by the name. */
import type { Rule } from '../rule.js';
import { keyBytes } from './_bodies.js';
import { named } from './_shapes.js';

const rule: Rule = {
  ...named(['nextauth', 'next_auth', 'auth_secret'], keyBytes(32)),
  id: 'auth-js-secret',
  title: 'Auth.js secret',
  opens: 'signing in as anybody',
  severity: 'HIGH',
  version: 1,
  provider: 'Auth.js',
  rank: 'vendor',
  reference: 'https://authjs.dev/getting-started/deployment#auth_secret',
  runbook: 'auth-js-secret',
};

export default rule;
