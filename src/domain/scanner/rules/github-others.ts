/** GitHub’s credentials without a prefix: tokens from before April 2021, client and webhook secrets, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(
    [
      'github_token',
      'github_api',
      'github_access',
      'github_oauth',
      'github_pat',
      'gh_token',
      'github_client',
      'github_secret',
      'github_webhook',
      'github-token',
    ],
    lowerHex(40),
  ),
  id: 'github-old-token',
  title: 'GitHub token or secret (without prefix)',
  opens: 'the repositories of the scopes it has, or what an application may do',
  severity: 'HIGH',
  version: 1,
  provider: 'GitHub',
  rank: 'vendor',
  reference:
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
  runbook: 'github-token',
};

export default rule;
