/** GitLab's tokens, told apart by their prefixes. */
import type { Rule } from '../rule.js';
import { around, BASE64URL, HEX, none, random } from './_samples.js';

/** Twenty characters, or a routable token (GitLab 17.10 on): longer, with its version, length and checksum behind dots. */
const PLAIN = '(?:[A-Za-z0-9_-]{20}|[A-Za-z0-9_-]{27,300}\\.(?:[0-9a-z]{2}\\.)?[0-9a-z]{7,9})';
const END = '(?![A-Za-z0-9_-])';

/** What follows each prefix, and one of it. */
const OTHERS: Readonly<Record<string, { body: string; make: (seed: number) => string }>> = {
  ...Object.fromEntries(
    ['gldt-', 'glft-', 'glwt-', 'glsoat-', 'glffct-', 'glrtr-'].map((prefix) => [
      prefix,
      { body: PLAIN, make: (seed: number) => random(BASE64URL, 20, seed) },
    ]),
  ),
  // The kind of runner stands before the token since GitLab 17.
  'glrt-': { body: `(?:t[123]_)?${PLAIN}`, make: (seed) => `t1_${random(BASE64URL, 20, seed)}` },
  // The partition of the job stands before the token; since GitLab 18 it may be a JSON Web Token.
  'glcbt-': {
    body: '(?:[0-9A-Za-z]{1,5}_[A-Za-z0-9_-]{20}|eyJ[A-Za-z0-9_-]{20,600}\\.[A-Za-z0-9_-]{20,2000}\\.[A-Za-z0-9_-]{20,700})',
    make: (seed) => `64_${random(BASE64URL, 20, seed)}`,
  },
  'glptt-': { body: '[0-9a-f]{40}', make: (seed) => random(HEX, 40, seed) },
  'gloas-': { body: '[0-9a-f]{64}', make: (seed) => random(HEX, 64, seed) },
  'glimt-': { body: '[A-Za-z0-9_-]{25}', make: (seed) => random(BASE64URL, 25, seed) },
  'glagent-': { body: '[A-Za-z0-9_-]{50,52}', make: (seed) => random(BASE64URL, 50, seed) },
};

const common = {
  version: 2,
  provider: 'GitLab',
  confidence: 'high',
  rank: 'vendor',
  reference: 'https://docs.gitlab.com/security/tokens/#token-prefixes',
  runbook: 'gitlab-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'gitlab-personal-token',
    title: 'GitLab personal, project or group access token',
    opens: 'the projects and groups of the scopes it has',
    severity: 'MAXIMUM',
    keywords: ['glpat-'],
    find: new RegExp(`glpat-${PLAIN}${END}`),
    matches: () => [
      ...around(`glpat-${random(BASE64URL, 20, 1)}`),
      ...around(`glpat-${random(BASE64URL, 32, 2)}.01.${random('0123456789abcdef', 9, 3)}`),
    ],
    ignores: () =>
      none(
        'glpat-short',
        `glpat-${'x'.repeat(20)}`,
        `glpat-${random(BASE64URL, 21)}`,
        `glpat-${random('-_', 8)}`,
        `myglpat-${random(BASE64URL, 20)}`,
      ),
  },
  {
    ...common,
    id: 'gitlab-token',
    title: 'GitLab deploy, runner, trigger, job or feed token',
    opens: 'pipelines, runners, registries or feeds of a project',
    severity: 'HIGH',
    keywords: Object.keys(OTHERS),
    find: new RegExp(
      `(?:${Object.entries(OTHERS)
        .map(([prefix, { body }]) => prefix + body)
        .join('|')})${END}`,
    ),
    matches: () => Object.entries(OTHERS).flatMap(([prefix, { make }], index) => around(prefix + make(index + 1))),
    ignores: () =>
      none('gldt-deploy-token', `glrt-${'a'.repeat(20)}`, `glagent-${random(BASE64URL, 12)}`, 'glft-feed glwt-x'),
  },
];

export default rules;
