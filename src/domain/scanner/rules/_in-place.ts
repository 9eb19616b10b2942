/** What rules share that know a password by the place where it stands: an option, a statement, an argument of a call. */
import type { Rule, Sample } from '../rule.js';
import { checkPassword } from './_likely-secret.js';
import { ALNUM, random } from './_samples.js';

export const inPlace = {
  version: 2,
  provider: 'Generic',
  severity: 'HIGH',
  confidence: 'medium',
  rank: 'generic',
  check: checkPassword,
  judgesPlaceholders: true,
  runbook: 'password',
} as const satisfies Partial<Rule>;

export const sample = (before: string, value: string, after: string): Sample => ({
  text: before + value + after,
  value,
});

/** A password as people make them up. */
export const made = (seed: number): string => `Tr${random(ALNUM, 9, seed)}!7`;
