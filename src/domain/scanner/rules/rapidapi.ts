/** RapidAPI: fifty characters with the marks `msh`, `p` and `jsn` at fixed places. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, joined, named } from './_shapes.js';

const rule: Rule = {
  ...named(
    ['rapidapi', 'rapid_api', 'rapid-api'],
    either(joined(alnum(10), 'msh', alnum(15), 'p', alnum(6), 'jsn', alnum(12)), alnum(50)),
  ),
  id: 'rapidapi-key',
  title: 'RapidAPI key',
  opens: 'paid use of the APIs that an app is subscribed to',
  severity: 'MEDIUM',
  version: 1,
  provider: 'RapidAPI',
  rank: 'vendor',
  reference: 'https://docs.rapidapi.com/docs/keys-and-key-rotation',
  runbook: 'rapidapi-key',
};

export default rule;
