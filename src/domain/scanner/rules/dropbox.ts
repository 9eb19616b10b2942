/** Dropbox: short-lived tokens begin with `sl.`; long-lived ones of 64 characters and app secrets are told by the name. */
import type { Rule } from '../rule.js';
import { base64url, lowerAlnum, named, prefixed } from './_shapes.js';
import { either } from './_tokens.js';

const common = {
  version: 1,
  provider: 'Dropbox',
  rank: 'vendor',
  reference: 'https://developers.dropbox.com/oauth-guide',
  runbook: 'dropbox-key',
} as const;

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
    ...named(['dropbox'], either(base64url(64), lowerAlnum(15))),
    id: 'dropbox-secret',
    title: 'Dropbox long-lived token or app secret',
    opens: 'the files that people granted to an app',
    severity: 'HIGH',
  },
];

export default rules;
