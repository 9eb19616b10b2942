/** Algolia: admin and search keys look alike, and search keys are public; only names that speak of writing or secrecy count fully. */
import type { Rule } from '../rule.js';
import { none, random, HEX } from './_samples.js';
import { lowerHex, named } from './_shapes.js';

const shape = named(['algolia'], lowerHex(32));

const rule: Rule = {
  ...shape,
  id: 'algolia-key',
  version: 1,
  provider: 'Algolia',
  title: 'Algolia admin or write API key',
  opens: 'the records and settings of every index of an application',
  severity: 'HIGH',
  rank: 'vendor',
  check: ({ text, start }) => {
    const name = text.slice(Math.max(0, start - 60), start).toLowerCase();
    if (/search|public|monitoring/.test(name.slice(name.lastIndexOf('algolia')))) return null;
    return { confidence: /admin|write|secret|private|master|usage/.test(name) ? 'high' : 'low' };
  },
  reference: 'https://www.algolia.com/doc/guides/security/api-keys/',
  runbook: 'algolia-key',
  matches: () => [...shape.matches(), { text: `ALGOLIA_ADMIN_KEY=${random(HEX, 32, 9)}\n`, value: random(HEX, 32, 9) }],
  ignores: () => [
    ...shape.ignores(),
    ...none(`ALGOLIA_SEARCH_API_KEY=${random(HEX, 32, 10)}`, `algoliaSearchKey: '${random(HEX, 32, 11)}'`),
  ],
};

export default rule;
