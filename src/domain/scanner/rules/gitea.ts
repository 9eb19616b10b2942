/** Gitea, Forgejo and Codeberg: tokens of 40 hexadecimal digits told by their names; secrets of OAuth applications have a prefix. */
import type { Rule } from '../rule.js';
import { random } from './_samples.js';
import { type Body, lowerHex, named, prefixed } from './_shapes.js';

/** Base32 in lower case. */
const base32: Body = {
  source: '[a-z2-7]{52}',
  members: '0-9a-z',
  make: (seed) => random('abcdefghijklmnopqrstuvwxyz234567', 52, seed),
  filler: 'a'.repeat(52),
};

const common = {
  version: 1,
  provider: 'Gitea',
  rank: 'vendor',
  reference: 'https://docs.gitea.com/development/api-usage',
  runbook: 'gitea-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['gitea', 'forgejo', 'codeberg'], lowerHex(40)),
    id: 'gitea-access-token',
    title: 'Gitea or Forgejo access token',
    opens: 'the repositories and packages its owner may change',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('gto_', base32),
    id: 'gitea-oauth-secret',
    title: 'Gitea OAuth application secret',
    opens: 'acting as the application towards people who sign in',
    severity: 'HIGH',
    reference: 'https://docs.gitea.com/development/oauth2-provider',
  },
];

export default rules;
