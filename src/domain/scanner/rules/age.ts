/** age: identities are Bech32 in capitals, with a checksum. */
import type { Rule } from '../rule.js';
import { BECH32, bech32, hasBech32Checksum } from './_bech32.js';
import { around, none, random } from './_samples.js';

const identity = (kind: '' | 'pq-', seed: number): string =>
  bech32(`age-secret-key-${kind}`, `${random(BECH32, 51, seed)}s`).toUpperCase();

const rule: Rule = {
  id: 'age-identity',
  version: 1,
  provider: 'age',
  title: 'age secret key',
  opens: 'every file and SOPS document that is encrypted to it',
  severity: 'MAXIMUM',
  confidence: 'high',
  rank: 'vendor',
  keywords: ['age-secret-key-'],
  find: /AGE-SECRET-KEY-(?:PQ-)?1[AC-HJ-NP-Z02-9]{58}(?![A-Za-z0-9])/,
  check: ({ value }) => (hasBech32Checksum(value) ? { confidence: 'high' } : null),
  reference: 'https://github.com/C2SP/C2SP/blob/main/age.md',
  runbook: 'age-key',
  matches: () => [...around(identity('', 1), identity('pq-', 2)), ...around(identity('', 3))],
  ignores: () =>
    none(
      'AGE-SECRET-KEY-1 and so on',
      `${identity('', 4).slice(0, -1)}${identity('', 4).endsWith('Q') ? 'P' : 'Q'}`,
      identity('', 5).slice(0, 40),
      `AGE-SECRET-KEY-1${'Q'.repeat(58)}`,
    ),
};

export default rule;
