/** GitLab's tokens, told apart by their prefixes. */
import type { Rule } from '../rule.js';
import { around, BASE64URL, none, random } from './_samples.js';

/** A routable token (GitLab 17.10 on) ends in a version and a checksum after dots. */
const BODY = '[A-Za-z0-9_-]{20,300}(?:\\.[0-9a-z]{2}\\.[0-9a-z]{7,9})?(?![A-Za-z0-9_-])';

const OTHERS = [
  'gloas-',
  'gldt-',
  'glrt-',
  'glrtr-',
  'glcbt-',
  'glptt-',
  'glft-',
  'glimt-',
  'glagent-',
  'glwt-',
  'glsoat-',
  'glffct-',
];

const common = {
  version: 1,
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
    find: new RegExp(`glpat-${BODY}`),
    matches: () => [
      ...around(`glpat-${random(BASE64URL, 20, 1)}`),
      ...around(`glpat-${random(BASE64URL, 32, 2)}.01.${random('0123456789abcdef', 9, 3)}`),
    ],
    ignores: () =>
      none('glpat-short', `glpat-${'x'.repeat(20)}`, `glpat-${random('-_', 8)}`, `myglpat-${random(BASE64URL, 20)}`),
  },
  {
    ...common,
    id: 'gitlab-token',
    title: 'GitLab deploy, runner, trigger, job or feed token',
    opens: 'pipelines, runners, registries or feeds of a project',
    severity: 'HIGH',
    keywords: OTHERS,
    find: new RegExp(`(?:${OTHERS.join('|')})${BODY}`),
    matches: () => OTHERS.flatMap((prefix, index) => around(prefix + random(BASE64URL, 20, index + 1))),
    ignores: () =>
      none('gldt-deploy-token', `glrt-${'a'.repeat(20)}`, `glagent-${random(BASE64URL, 12)}`, 'glft-feed glwt-x'),
  },
];

export default rules;
