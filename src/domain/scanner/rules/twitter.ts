/** X (Twitter): bearer tokens begin with two dozen times `A`; keys, tokens and their secrets are told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { entropy } from './_checks.js';
import { ALNUM, around, none, random } from './_samples.js';
import { alnum, digits, joined, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'X (Twitter)',
  rank: 'vendor',
  reference: 'https://docs.x.com/resources/fundamentals/authentication/overview',
  runbook: 'twitter-key',
} as const;

const bearer = (seed: number): string =>
  `${'A'.repeat(22)}${random(ALNUM, 24, seed)}%2B${random(ALNUM, 28, seed + 1)}%3D${random(ALNUM, 50, seed + 2)}`;

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'twitter-bearer-token',
    title: 'X (Twitter) bearer token',
    opens: 'the paid requests of an app',
    severity: 'MEDIUM',
    confidence: 'high',
    judgesPlaceholders: true,
    keywords: ['a'.repeat(19)],
    find: /A{19,26}[A-Za-z0-9%]{75,120}(?![A-Za-z0-9%])/,
    check: ({ value }) => (entropy(value.replace(/^A{1,26}/, '')) > 4.5 ? { confidence: 'high' } : null),
    matches: () => around(bearer(1), bearer(4)),
    ignores: () =>
      none(
        'A'.repeat(110),
        `${'A'.repeat(22)}${'x'.repeat(80)}`,
        `${'A'.repeat(22)}${random(ALNUM, 30)}`,
        `x${bearer(7)}`,
      ),
  },
  {
    ...common,
    ...named(['twitter', 'tweepy'], either(joined(digits(8, 20), '-', alnum(30, 44)), alnum(50), alnum(45), alnum(25))),
    id: 'twitter-key',
    title: 'X (Twitter) API key, access token or secret',
    opens: 'posting and reading as an app or a person',
    severity: 'HIGH',
  },
];

export default rules;
