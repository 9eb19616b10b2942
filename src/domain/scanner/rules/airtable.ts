/** Airtable: `pat`, fourteen characters, a dot and 64 hexadecimal digits. */
import type { Rule } from '../rule.js';
import { alnum, joined, lowerHex, named } from './_shapes.js';
import { ALNUM, around, HEX, none, random } from './_samples.js';

const common = {
  version: 1,
  provider: 'Airtable',
  rank: 'vendor',
  reference: 'https://airtable.com/developers/web/api/authentication',
  runbook: 'airtable-token',
} as const;

const token = (seed: number): string => `pat${random(ALNUM, 14, seed)}.${random(HEX, 64, seed)}`;

/** Where the dot stands in a token: most words that begin with `pat` have none there. */
const DOT = 'pat'.length + 14;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['airtable'], joined('pat', alnum(14), '.', lowerHex(64)), 'high'),
    id: 'airtable-token',
    title: 'Airtable personal access token',
    opens: 'the bases that its owner picked',
    severity: 'HIGH',
  },
  {
    ...common,
    id: 'airtable-token-elsewhere',
    title: 'Airtable personal access token',
    opens: 'the bases that its owner picked',
    severity: 'HIGH',
    version: 2,
    confidence: 'high',
    keywords: ['pat'],
    mayFind: (bytes, at) => bytes[at + DOT] === 0x2e,
    find: /pat[A-Za-z0-9]{14}\.[0-9a-f]{64}(?![A-Za-z0-9_])/,
    matches: () => around(token(1), token(2), token(3)),
    ignores: () =>
      none('"path", "pattern"', `"pat${random(ALNUM, 14)}.${random(HEX, 60)}"`, `"${random(ALNUM, 3)}${token(9)}"`),
  },
  {
    ...common,
    ...named(['airtable'], joined('key', alnum(14)), 'high'),
    id: 'airtable-legacy-key',
    title: 'Airtable API key (before 2024)',
    opens: 'nothing since February 2024; before, every base of its owner',
    severity: 'LOW',
  },
];

export default rules;
