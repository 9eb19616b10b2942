/** Atlassian and Bitbucket: since 2022 every token begins with its kind, and most end in eight digits of a checksum. */
import type { Rule } from '../rule.js';
import { either } from './_in-context.js';
import { HEX, random } from './_samples.js';
import { alnum, base64, base64url, type Body, joined, named, prefixed } from './_shapes.js';

/** Behind the prefix: random characters, and eight hexadecimal digits in capitals. */
const withSum: Body = joined(base64url(160, 200), '=', upperHex(8));

function upperHex(length: number): Body {
  return {
    source: `[0-9A-F]{${length}}`,
    members: '0-9A-Z',
    make: (seed) => random(HEX.toUpperCase(), length, seed),
    filler: '0'.repeat(length),
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
    ...prefixed('ATATT3xFfGF0', withSum),
    id: 'atlassian-api-token',
    title: 'Atlassian API token',
    opens: 'Jira, Confluence and Bitbucket, as its owner',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed(['ATCTT3xFfGN0', 'ATSTT3xFfG'], withSum),
    id: 'atlassian-access-token',
    title: 'Bitbucket repository, project or workspace access token',
    opens: 'the repositories that the token names',
    severity: 'HIGH',
    reference: 'https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/',
  },
  {
    ...common,
    ...prefixed('ATBB', either(joined(alnum(24), upperHex(8)), alnum(28, 32))),
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
