/** Gitea, Forgejo and Codeberg: tokens of 40 hexadecimal digits told by their names; secrets of OAuth applications have a prefix. */
import type { Rule } from '../rule.js';
import { lowerBase32 } from './_bodies.js';
import { lowerHex, named, prefixed } from './_shapes.js';

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
    ...prefixed('gto_', lowerBase32(52)),
    id: 'gitea-oauth-secret',
    title: 'Gitea OAuth application secret',
    opens: 'acting as the application towards people who sign in',
    severity: 'HIGH',
    reference: 'https://docs.gitea.com/development/oauth2-provider',
  },
];

export default rules;
