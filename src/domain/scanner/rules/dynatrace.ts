/** Dynatrace: tokens are three parts joined by dots: their kind, a public id and the secret, in base 32. */
import type { Rule } from '../rule.js';
import { around, DIGITS, none, random, UPPER } from './_samples.js';

const BASE32 = UPPER + DIGITS.slice(2, 8);

const token = (kind: string, seed: number): string =>
  `dt0${kind}.${random(BASE32, 24, seed)}.${random(BASE32, 64, seed + 1)}`;

const rule: Rule = {
  id: 'dynatrace-token',
  version: 1,
  provider: 'Dynatrace',
  title: 'Dynatrace access or platform token',
  opens: 'the metrics, logs and settings of an environment',
  severity: 'HIGH',
  confidence: 'high',
  rank: 'vendor',
  keywords: ['dt0'],
  find: /dt0[a-z][0-9]{2}\.[A-Z2-7]{8,24}\.[A-Z2-7]{64}(?![0-9A-Za-z_])/,
  reference: 'https://docs.dynatrace.com/docs/dynatrace-api/basics/dynatrace-api-authentication',
  runbook: 'dynatrace-token',
  matches: () => around(token('c01', 1), token('s16', 3), token('s01', 5)),
  ignores: () =>
    none(
      `dt0c01.${random(BASE32, 24)}`,
      `dt0c01.${random(BASE32, 24)}.masked`,
      `dt0c01.${'A'.repeat(24)}.${'A'.repeat(64)}`,
      token('c01', 7).toLowerCase(),
      `x${token('c01', 9)}`,
    ),
};

export default rule;
