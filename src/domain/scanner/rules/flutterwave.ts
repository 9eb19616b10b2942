/** Flutterwave: secret keys end in the letter X behind a dash; public ones begin with FLWPUBK. */
import type { Rule } from '../rule.js';
import { type Body, lowerAlnum, prefixed } from './_shapes.js';

/** Keys of today have a second part before the X. */
const key: Body = {
  ...lowerAlnum(32),
  source: '[0-9a-z]{32}(?:-[0-9a-z]{10,16})?-X',
  make: (seed) => `${lowerAlnum(32).make(seed)}-X`,
};

const common = {
  version: 1,
  provider: 'Flutterwave',
  rank: 'vendor',
  reference: 'https://developer.flutterwave.com/docs/authentication',
  runbook: 'flutterwave-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('FLWSECK-', key),
    id: 'flutterwave-secret-key',
    title: 'Flutterwave secret key',
    opens: 'real payments, transfers and customers’ data',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('FLWSECK_TEST-', key),
    id: 'flutterwave-test-secret-key',
    title: 'Flutterwave test secret key',
    opens: 'test payments and settings',
    severity: 'LOW',
  },
];

export default rules;
