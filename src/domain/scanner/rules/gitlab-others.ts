/** GitLab’s older credentials: runner registration by its fixed beginning, tokens from before the prefixes by their names. */
import type { Rule } from '../rule.js';
import { base64url, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'GitLab',
  rank: 'vendor',
  reference: 'https://docs.gitlab.com/security/tokens/',
  runbook: 'gitlab-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('GR1348941', base64url(20)),
    id: 'gitlab-runner-registration',
    title: 'GitLab runner registration token',
    opens: 'registering a runner that receives jobs and their secrets',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(
      ['gitlab_', 'gitlab-', 'gitlab.', 'gitlabtoken', 'gitlabapi', 'gitlabprivate', 'gitlabaccess', 'private-token'],
      base64url(20),
    ),
    id: 'gitlab-old-token',
    title: 'GitLab access token (without prefix)',
    opens: 'the projects and groups of the scopes it has',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(
      ['gitlab_secret', 'gitlab_client', 'gitlab_oauth', 'gitlab_app', 'gitlabsecret', 'gitlabclient'],
      lowerHex(64),
    ),
    id: 'gitlab-oauth-secret',
    title: 'GitLab OAuth application secret',
    opens: 'acting as the application towards people who sign in',
    severity: 'HIGH',
    reference: 'https://docs.gitlab.com/integration/oauth_provider/',
  },
];

export default rules;
