/** Facebook: access tokens of people, pages and apps begin with `EAA`; app secrets are told by the name. */
import type { Rule } from '../rule.js';
import { assigned } from './_assigned.js';
import { ALNUM, DIGITS, none, random } from './_samples.js';
import { alnum, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Facebook',
  rank: 'vendor',
  reference: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens/',
  runbook: 'facebook-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('EAA', alnum(90, 400)),
    id: 'facebook-access-token',
    title: 'Facebook access token',
    opens: 'the pages, ads and data that a person granted',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['facebook', 'fb_app', 'fb_secret', 'fb_client', 'fbapp'], lowerHex(32)),
    id: 'facebook-app-secret',
    title: 'Facebook app secret',
    opens: 'acting as the app towards everybody who uses it',
    severity: 'HIGH',
  },
  {
    ...common,
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['facebook', 'fb_app', 'fb_access'],
    find: assigned('(?:facebook|fb_app|fb_access)', '[0-9]{13,17}\\|[A-Za-z0-9_-]{27}'),
    matches: () =>
      ['facebook', 'fb_app', 'fb_access'].map((name, seed) => {
        const value = `${random(DIGITS, 16, seed + 1)}|${random(ALNUM, 27, seed + 1)}`;
        return { text: `${name.toUpperCase()}_TOKEN=${value}\n`, value };
      }),
    ignores: () =>
      none(
        `facebook_page = ${random(DIGITS, 16)}|${random(ALNUM, 12)}`,
        `facebook_ids = ${random(DIGITS, 16)}|${random(DIGITS, 16)}`,
        `facebook: ${random(ALNUM, 16)}|${random(ALNUM, 27)}`,
      ),
    id: 'facebook-app-token',
    title: 'Facebook app access token',
    opens: 'changing the settings of an app',
    severity: 'HIGH',
  },
];

export default rules;
