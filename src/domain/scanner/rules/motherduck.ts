/** MotherDuck: access tokens are JSON Web Tokens, told by the name. */
import type { Rule } from '../rule.js';
import { jwtNamed } from './_tokens.js';

const rule: Rule = {
  ...jwtNamed('motherduck'),
  id: 'motherduck-token',
  title: 'MotherDuck access token',
  opens: 'the databases of a person',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'MotherDuck',
  rank: 'vendor',
  reference:
    'https://motherduck.com/docs/key-tasks/authenticating-and-connecting-to-motherduck/authenticating-to-motherduck/',
  runbook: 'motherduck-key',
};

export default rule;
