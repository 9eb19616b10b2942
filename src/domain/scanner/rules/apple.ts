/** Apple: app-specific passwords are four groups of four letters, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { random } from './_samples.js';
import { type Body, named } from './_shapes.js';

/** Four groups of four small letters. */
const groups: Body = {
  source: '[a-z]{4}(?:-[a-z]{4}){3}',
  members: '0-9A-Za-z-',
  make: (seed) => [1, 2, 3, 4].map((part) => random('bcdfghjklmnpqrstvwxz', 4, seed * 9 + part)).join('-'),
  filler: Array(4).fill('x'.repeat(4)).join('-'),
};

const rules: readonly Rule[] = [
  {
    ...named(
      [
        'apple_app',
        'apple-app',
        'appleapp',
        'app_specific',
        'app-specific',
        'appspecific',
        'apple_id_pass',
        'appleidpass',
        'apple_pass',
        'applepass',
        'notariz',
        'icloud',
        'itunes',
        'fastlane_apple',
        'notary',
      ],
      groups,
    ),
    id: 'apple-app-password',
    version: 1,
    provider: 'Apple',
    title: 'Apple app-specific password',
    opens: 'mail, notarisation and uploads of an Apple account',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://support.apple.com/en-us/102654',
    runbook: 'apple-password',
  },
];

export default rules;
