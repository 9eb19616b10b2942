/** Dropbox: short-lived tokens begin with `sl.`; long-lived ones of 64 characters and app secrets are told by the name. */
import type { Rule } from '../rule.js';
import { assigned } from './_assigned.js';
import { entropy } from './_checks.js';
import { ALNUM, BASE64URL, none, random } from './_samples.js';
import { base64url, lowerAlnum, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Dropbox',
  rank: 'vendor',
  reference: 'https://developers.dropbox.com/oauth-guide',
  runbook: 'dropbox-key',
} as const;

/** Ten times `A` stand in the middle of every one, so that it reads as a placeholder. */
const longLived = (seed: number): string =>
  `${random(ALNUM, 11, seed)}${'A'.repeat(10)}${random(BASE64URL, 42, seed)}w`;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['sl.', 'sl.u.'], base64url(120, 1500)),
    id: 'dropbox-access-token',
    title: 'Dropbox short-lived access token',
    opens: 'the files that a person granted, for four hours',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...named(['dropbox'], lowerAlnum(15)),
    id: 'dropbox-app-secret',
    title: 'Dropbox app secret',
    opens: 'the files that people granted to an app',
    severity: 'HIGH',
  },
  {
    ...common,
    confidence: 'high',
    boundary: 'anywhere',
    judgesPlaceholders: true,
    keywords: ['dropbox'],
    find: assigned('dropbox', '[A-Za-z0-9_-]{11}A{10}[A-Za-z0-9_-]{43}'),
    check: ({ value }) => (entropy(value.slice(21)) > 4 ? { confidence: 'high' } : null),
    matches: () => [1, 2, 3].map((seed) => ({ text: `DROPBOX_TOKEN=${longLived(seed)}\n`, value: longLived(seed) })),
    ignores: () =>
      none(
        `dropbox_token = ${random(ALNUM, 64)}`,
        `dropbox_token = ${random(ALNUM, 11)}${'A'.repeat(53)}`,
        `token of a ${longLived(4)}`,
      ),
    id: 'dropbox-long-lived-token',
    title: 'Dropbox long-lived access token',
    opens: 'the files that a person granted to an app, for good',
    severity: 'HIGH',
  },
];

export default rules;
