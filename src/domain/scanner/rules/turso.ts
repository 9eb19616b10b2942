/** Turso: database and platform tokens are JSON Web Tokens, told by the name. */
import type { Rule } from '../rule.js';
import { jwtNamed } from './_tokens.js';

const rule: Rule = {
  ...jwtNamed('turso', 'libsql'),
  id: 'turso-token',
  title: 'Turso token',
  opens: 'the data of a database, or of all in a group',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Turso',
  rank: 'vendor',
  reference: 'https://docs.turso.tech/cli/db/tokens/create',
  runbook: 'turso-key',
};

export default rule;
