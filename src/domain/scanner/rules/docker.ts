/** Docker Hub: access tokens of people and organisations behind prefixes. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { base64url, named, prefixed, uuid } from './_shapes.js';

const common = {
  version: 2,
  provider: 'Docker Hub',
  rank: 'vendor',
  reference: 'https://docs.docker.com/security/access-tokens/',
  runbook: 'docker-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('dckr_pat_', base64url(27)),
    id: 'docker-personal-token',
    title: 'Docker Hub personal access token',
    opens: 'pulling and pushing images in its owner’s name',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('dckr_oat_', either(base64url(32), base64url(27))),
    id: 'docker-organization-token',
    title: 'Docker Hub organization access token',
    opens: 'the repositories that the token names',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['dockerhub', 'docker_hub', 'docker_password', 'docker_token'], uuid),
    id: 'docker-old-token',
    title: 'Docker Hub access token (without prefix)',
    opens: 'pulling and pushing images in its owner’s name',
    severity: 'HIGH',
  },
];

export default rules;
