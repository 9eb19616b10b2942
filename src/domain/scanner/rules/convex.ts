/** Convex: deploy keys are the kind, the deployment’s name, a bar and base64; a deployment’s name alone is public. */
import type { Rule } from '../rule.js';
import { around, BASE64, HEX, none, random } from './_samples.js';

const key = (kind: string, seed: number): string =>
  `${kind}|${seed % 2 === 0 ? random(BASE64, 86, seed) : `01${random(HEX, 80, seed)}`}${seed % 2 === 0 ? '==' : ''}`;

const rule: Rule = {
  id: 'convex-deploy-key',
  version: 1,
  provider: 'Convex',
  title: 'Convex deploy key',
  opens: 'the code, data and settings of a deployment',
  severity: 'MAXIMUM',
  confidence: 'high',
  rank: 'vendor',
  keywords: ['prod:', 'dev:', 'preview:', 'project:'],
  find: /(?:prod|dev|preview|project):[a-z0-9-]{2,60}(?::[a-z0-9-]{2,60})?\|[A-Za-z0-9+/]{38,300}={0,2}(?![A-Za-z0-9+/=])/,
  reference: 'https://docs.convex.dev/cli/deploy-key-types',
  runbook: 'convex-deploy-key',
  matches: () =>
    around(
      key('prod:happy-animal-123', 1),
      key('dev:tall-fox-42', 2),
      key('preview:acme:shop', 3),
      key('project:acme:shop', 4),
    ),
  ignores: () =>
    none(
      'CONVEX_DEPLOYMENT=dev:tall-fox-42',
      'deploy:prod:eu|staging',
      `prod:happy-animal-123|${'a'.repeat(80)}`,
      `nonprod:happy-animal-123|${random(HEX, 80, 5)}`,
    ),
};

export default rule;
