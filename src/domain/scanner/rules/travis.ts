/** Travis CI: tokens of 20 to 22 characters, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['travis_', 'travis-', 'travis.', 'travisci', 'travistoken', 'travisapi'], base64url(20, 22)),
    id: 'travis-access-token',
    version: 1,
    provider: 'Travis CI',
    title: 'Travis CI access token',
    opens: 'builds and their settings',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://docs.travis-ci.com/user/customizing-the-build/',
    runbook: 'travis-token',
  },
];

export default rules;
