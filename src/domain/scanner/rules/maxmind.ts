/** MaxMind: newer licence keys end in `_mmk`; older ones are sixteen letters and digits. */
import type { Rule } from '../rule.js';
import { ALNUM, around, none, random } from './_samples.js';
import { alnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'MaxMind',
  rank: 'vendor',
  reference: 'https://support.maxmind.com/knowledge-base/articles/maxmind-license-keys',
  runbook: 'maxmind-key',
} as const;

const key = (seed: number): string => `${random(ALNUM, 6, seed)}_${random(ALNUM, 29, seed + 1)}_mmk`;

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'maxmind-key',
    title: 'MaxMind licence key',
    opens: 'the databases and paid look-ups of an account',
    severity: 'MEDIUM',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['_mmk'],
    find: /(?<=(?<!(?<!\\)[A-Za-z0-9_])(?<head>[A-Za-z0-9]{6}_[A-Za-z0-9]{29}))_mmk(?![A-Za-z0-9_])/,
    matches: () => around(key(1), key(3)),
    ignores: () => none('the_mmk', `x${key(5)}`, `${key(7)}x`, `${random(ALNUM, 20)}_mmk`),
  },
  {
    ...common,
    ...named(['maxmind', 'geoip_license', 'geoipupdate'], alnum(16)),
    id: 'maxmind-legacy-key',
    title: 'MaxMind licence key (older form)',
    opens: 'the databases and paid look-ups of an account',
    severity: 'MEDIUM',
  },
];

export default rules;
