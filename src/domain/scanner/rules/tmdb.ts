/** TMDB: 32 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['tmdb', 'themoviedb', 'moviedb'], lowerHex(32)),
  id: 'tmdb-key',
  title: 'TMDB API key',
  opens: 'the request limits of an account',
  severity: 'LOW',
  version: 1,
  provider: 'TMDB',
  rank: 'vendor',
  reference: 'https://developer.themoviedb.org/docs/authentication-application',
  runbook: 'tmdb-key',
};

export default rule;
