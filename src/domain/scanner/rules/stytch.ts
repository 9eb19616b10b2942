/** Stytch: secrets name their environment and end like base64. */
import type { Rule } from '../rule.js';
import { type Body, base64url, prefixed } from './_shapes.js';

const key: Body = {
  ...base64url(35),
  source: '[0-9A-Za-z_-]{30,48}={0,2}',
  make: (seed) => `${base64url(35).make(seed)}=`,
};

const common = {
  version: 1,
  provider: 'Stytch',
  rank: 'vendor',
  reference: 'https://stytch.com/docs/api/authentication',
  runbook: 'stytch-secret',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('secret-live-', key),
    id: 'stytch-live-secret',
    title: 'Stytch live secret',
    opens: 'the users and sessions of a project',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('secret-test-', key),
    id: 'stytch-test-secret',
    title: 'Stytch test secret',
    opens: 'the users of a test project',
    severity: 'LOW',
  },
];

export default rules;
