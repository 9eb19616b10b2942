/** GitHub's tokens: personal, OAuth, App, refresh, and installation tokens in both of their forms. */
import type { Candidate, Rule, Sample, Verdict } from '../rule.js';
import { END } from './_assigned.js';
import { base62, crc32, endsWithCrc, hasJwtHeader } from './_checks.js';
import { ALNUM, around, BASE64URL, none, random } from './_samples.js';

const common = {
  version: 2,
  provider: 'GitHub',
  rank: 'vendor',
  confidence: 'medium',
  reference:
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
  runbook: 'github-token',
} as const;

/** Tokens are 36 characters behind their prefix. GitHub says that they may become longer; refresh tokens are. */
const BODY = '(?:[A-Za-z0-9]{36}|[A-Za-z0-9]{60,251})';
const CHECKED_LENGTH = 'ghp_'.length + 36;

/**
 * Tokens of 36 characters end in a checksum; one that does not fit was made up or mistyped.
 * @see https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
function classic({ value }: Candidate): Verdict | null {
  if (value.length !== CHECKED_LENGTH) return { confidence: 'medium' };
  return endsWithCrc(value, value.slice(0, 4)) ? { confidence: 'high' } : null;
}

function token(prefix: string, seed: number): string {
  const body = random(ALNUM, 30, seed);
  return prefix + body + base62(crc32(body));
}

function classicSamples(prefix: string): Pick<Rule, 'matches' | 'ignores'> {
  return {
    matches: () => [...around(token(prefix, 1)), ...around(token(prefix, 2))],
    ignores: (): Sample[] =>
      none(
        `a token starts with ${prefix} and goes on`,
        prefix + random(ALNUM, 20),
        `my${token(prefix, 3)}`,
        // A checksum that does not fit, and one character too many.
        prefix + random(ALNUM, 36, 7),
        `${token(prefix, 3)}0`,
        prefix + 'x'.repeat(36),
        `${prefix}\${{ secrets.TOKEN }}`,
      ),
  };
}

const installation = (): string =>
  `ghs_${12345}_${[
    { alg: 'RS256', typ: 'JWT' },
    { iss: 12345, exp: 1 },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')}.${random(BASE64URL, 340, 9)}`;

const rules: readonly Rule[] = [
  {
    ...common,
    ...classicSamples('ghp_'),
    id: 'github-personal-token',
    title: 'GitHub personal access token (classic)',
    opens: 'everything its owner may do in every repository and organisation of the scopes it has',
    severity: 'MAXIMUM',
    keywords: ['ghp_'],
    find: new RegExp(`ghp_${BODY}${END}`),
    check: classic,
  },
  {
    ...common,
    id: 'github-fine-grained-token',
    title: 'GitHub fine-grained personal access token',
    opens: 'the repositories and permissions its owner picked',
    severity: 'HIGH',
    confidence: 'high',
    keywords: ['github_pat_'],
    find: new RegExp(`github_pat_[A-Za-z0-9_]{82}${END}`),
    matches: () => around(`github_pat_${random(ALNUM, 22, 4)}_${random(ALNUM, 59, 5)}`),
    ignores: () =>
      none(
        'github_pat_ is the prefix',
        `github_pat_${random(ALNUM, 22, 4)}`,
        `github_pat_${'A'.repeat(82)}`,
        `old_github_pat_${random(ALNUM, 82, 6)}`,
      ),
  },
  {
    ...common,
    ...classicSamples('gho_'),
    id: 'github-oauth-token',
    title: 'GitHub OAuth access token',
    opens: 'what a person granted to an OAuth app',
    severity: 'HIGH',
    keywords: ['gho_'],
    find: new RegExp(`gho_${BODY}${END}`),
    check: classic,
  },
  {
    ...common,
    ...classicSamples('ghu_'),
    id: 'github-app-user-token',
    title: 'GitHub App user access token',
    opens: 'what a GitHub App may do for a person, for up to eight hours',
    severity: 'HIGH',
    keywords: ['ghu_'],
    find: new RegExp(`ghu_${BODY}${END}`),
    check: classic,
  },
  {
    ...common,
    ...classicSamples('ghr_'),
    id: 'github-refresh-token',
    title: 'GitHub App refresh token',
    opens: 'new user access tokens of a GitHub App, for six months',
    severity: 'HIGH',
    keywords: ['ghr_'],
    find: new RegExp(`ghr_${BODY}${END}`),
    check: classic,
  },
  {
    ...common,
    id: 'github-installation-token',
    title: 'GitHub App installation token',
    opens: 'what a GitHub App may do in an organisation, for one hour',
    severity: 'MEDIUM',
    keywords: ['ghs_'],
    find: [
      /ghs_[0-9]{1,12}_eyJ[A-Za-z0-9_-]{10,800}\.[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{20,1000}(?![A-Za-z0-9_-])/,
      new RegExp(`ghs_${BODY}${END}`),
    ],
    check: (candidate) => {
      const jwt = candidate.value.indexOf('eyJ');
      if (!candidate.value.includes('.')) return classic(candidate);
      return hasJwtHeader(candidate.value.slice(jwt)) ? { confidence: 'high' } : null;
    },
    matches: () => [...around(token('ghs_', 1)), ...around(installation())],
    ignores: () =>
      none('ghs_12345_ then a JWT', `ghs_12345_${random(ALNUM, 20)}`, `ghs_${'0'.repeat(36)}`, 'ghs_token'),
  },
];

export default rules;
