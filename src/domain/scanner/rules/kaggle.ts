/** Kaggle: newer tokens carry `KGAT_`; before, `kaggle.json` holds a user’s name and 32 hexadecimal digits. */
import type { Rule } from '../rule.js';
import { HEX, none, random } from './_samples.js';
import { lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Kaggle',
  rank: 'vendor',
  reference: 'https://www.kaggle.com/docs/api',
  runbook: 'kaggle-key',
} as const;

const file = (key: string): string => `{"username":"somebody","key":"${key}"}`;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('KGAT_', lowerHex(32)),
    id: 'kaggle-token',
    title: 'Kaggle API token',
    opens: 'the notebooks, data sets and models of a person',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['kaggle'], lowerHex(32)),
    id: 'kaggle-legacy-key',
    title: 'Kaggle API key (older form)',
    opens: 'the notebooks, data sets and models of a person',
    severity: 'HIGH',
  },
  {
    ...common,
    id: 'kaggle-json',
    title: 'Kaggle API key in kaggle.json',
    opens: 'the notebooks, data sets and models of a person',
    severity: 'HIGH',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['"username"'],
    find: /"username"\s{0,4}:\s{0,4}"[^"\n]{1,60}"\s{0,4},\s{0,8}"key"\s{0,4}:\s{0,4}"(?<secret>[0-9a-f]{32})"/,
    matches: () => [1, 2, 3].map((seed) => ({ text: file(random(HEX, 32, seed)), value: random(HEX, 32, seed) })),
    ignores: () => none(file(random(HEX, 40)), file('0'.repeat(32)), file('<key>'), '{"username":"a","key":"b"}'),
  },
];

export default rules;
