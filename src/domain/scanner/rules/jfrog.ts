/** JFrog: API keys and reference tokens begin the same way each time; some are told by the names they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'JFrog',
  rank: 'vendor',
  reference: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
  runbook: 'jfrog-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('AKCp', alnum(69)),
    id: 'jfrog-api-key',
    title: 'JFrog Artifactory API key',
    opens: 'the artifacts its owner may read or deploy',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('cmVmd', alnum(59)),
    id: 'jfrog-reference-token',
    title: 'JFrog reference token',
    opens: 'the artifacts and services of the token’s scope',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['artifactory', 'jfrog', 'x-jfrog-art-api'], alnum(64, 73)),
    id: 'jfrog-identity-token',
    title: 'JFrog identity token or encrypted password',
    opens: 'the artifacts its owner may read or deploy',
    severity: 'HIGH',
  },
];

export default rules;
