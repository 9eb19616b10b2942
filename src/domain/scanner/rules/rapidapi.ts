/** RapidAPI: fifty characters with the marks `msh`, `p` and `jsn` at fixed places. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { marked } from './_in-context.js';
import { alnum, joined, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'RapidAPI',
  rank: 'vendor',
  title: 'RapidAPI key',
  opens: 'paid use of the APIs that an app is subscribed to',
  severity: 'MEDIUM',
  reference: 'https://docs.rapidapi.com/docs/keys-and-key-rotation',
  runbook: 'rapidapi-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...marked(joined(alnum(10), 'msh', alnum(15), 'p1', alnum(6)), 'jsn', alnum(12)),
    id: 'rapidapi-marked-key',
  },
  {
    ...common,
    ...named(
      ['rapidapi', 'rapid_api', 'rapid-api'],
      either(joined(alnum(10), 'msh', alnum(15), 'p', alnum(6), 'jsn', alnum(12)), alnum(50)),
    ),
    id: 'rapidapi-key',
  },
];

export default rules;
