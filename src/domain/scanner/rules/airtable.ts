/** Airtable: `pat`, fourteen characters, a dot and 64 hexadecimal digits; `pat` begins too many words to be a keyword by itself. */
import type { Rule } from '../rule.js';
import { alnum, joined, lowerHex, named } from './_shapes.js';
import { ALNUM, HEX, none, random } from './_samples.js';

const common = {
  version: 1,
  provider: 'Airtable',
  rank: 'vendor',
  reference: 'https://airtable.com/developers/web/api/authentication',
  runbook: 'airtable-token',
} as const;

const token = (seed: number): string => `pat${random(ALNUM, 14, seed)}.${random(HEX, 64, seed)}`;

/** What stands before a token where nothing names Airtable. */
const BEFORE = ['"pat', "'pat", '`pat', '=pat', 'bearer'];

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
    confidence: 'high',
    boundary: 'anywhere',
    keywords: BEFORE,
    find: /(?:["'`=]|bearer[ \t]{1,4})(?<secret>pat[A-Za-z0-9]{14}\.[0-9a-f]{64})(?![A-Za-z0-9_])/i,
    matches: () =>
      BEFORE.map((before, seed) => ({
        text: `connect(${before.replace('pat', '').replace('bearer', 'Bearer ')}${token(seed + 1)}`,
        value: token(seed + 1),
      })),
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
