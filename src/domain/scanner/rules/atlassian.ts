/** Atlassian and Bitbucket: since 2022 every token begins with its kind, and most end in eight digits of a checksum. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { isWordy } from './_words.js';
import { around, BASE64URL, HEX, none, random } from './_samples.js';
import { alnum, base64, base64url, named, prefixed } from './_shapes.js';

const SUM = /=[0-9A-F]{8}$/;

function shape(
  prefixes: readonly string[],
): Pick<Rule, 'keywords' | 'find' | 'confidence' | 'check' | 'matches' | 'ignores'> {
  const token = (prefix: string, seed: number): string =>
    `${prefix}${random(BASE64URL, 171, seed)}=${random(HEX.toUpperCase(), 8, seed)}`;
  return {
    confidence: 'high',
    keywords: prefixes.map((prefix) => prefix.toLowerCase()),
    find: new RegExp(`(?:${prefixes.join('|')})[A-Za-z0-9_=-]{60,250}(?![A-Za-z0-9_=-])`),
    check: ({ value }) => (isWordy(value) ? null : { confidence: SUM.test(value) ? 'high' : 'medium' }),
    matches: () => prefixes.flatMap((prefix, seed) => around(token(prefix, seed + 1))),
    ignores: () =>
      prefixes.flatMap((prefix, seed) =>
        none(
          `${prefix} begins it`,
          prefix + 'x'.repeat(180),
          token(prefix, seed + 5).slice(0, 50),
          `x${token(prefix, seed + 9)}`,
        ),
      ),
  };
}

const common = {
  version: 1,
  provider: 'Atlassian',
  rank: 'vendor',
  reference: 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
  runbook: 'atlassian-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...shape(['ATATT3']),
    id: 'atlassian-api-token',
    title: 'Atlassian API token',
    opens: 'Jira, Confluence and Bitbucket, as its owner',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...shape(['ATCTT3', 'ATSTT3']),
    id: 'atlassian-access-token',
    title: 'Bitbucket repository, project or workspace access token',
    opens: 'the repositories that the token names',
    severity: 'HIGH',
    reference: 'https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/',
  },
  {
    ...common,
    ...prefixed('ATBB', alnum(32)),
    id: 'bitbucket-app-password',
    title: 'Bitbucket app password',
    opens: 'the repositories and pipelines of its owner',
    severity: 'HIGH',
    reference: 'https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/',
  },
  {
    ...common,
    ...prefixed('BBDC-', base64(44)),
    id: 'bitbucket-http-token',
    title: 'Bitbucket Data Center HTTP access token',
    opens: 'the repositories its owner may read or change',
    severity: 'HIGH',
    reference: 'https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html',
  },
  {
    ...common,
    ...named(['bitbucket'], alnum(20)),
    id: 'bitbucket-old-app-password',
    title: 'Bitbucket app password (without prefix)',
    opens: 'the repositories and pipelines of its owner',
    severity: 'HIGH',
    reference: 'https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/',
  },
  {
    ...common,
    ...named(['bitbucket'], either(alnum(32), base64url(64))),
    id: 'bitbucket-client-secret',
    title: 'Bitbucket OAuth consumer secret',
    opens: 'acting as the application towards people who sign in',
    severity: 'HIGH',
    reference: 'https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/',
  },
  {
    ...common,
    ...named(['atlassian', 'jira_', 'jira-', 'jira.', 'jiraapi', 'jiratoken', 'confluence'], alnum(24)),
    id: 'atlassian-old-api-token',
    title: 'Atlassian API token (before 2022)',
    opens: 'Jira and Confluence, as its owner',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['jira_', 'jira-', 'jira.', 'jirapat', 'jiratoken', 'confluence'], base64(44)),
    id: 'atlassian-personal-token',
    title: 'Jira or Confluence Data Center personal access token',
    opens: 'Jira or Confluence, as its owner',
    severity: 'HIGH',
    reference: 'https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html',
  },
];

export default rules;
