/** Render: API keys carry a prefix; a deploy hook is an address with a key in it. */
import type { Rule } from '../rule.js';
import { ALNUM, DIGITS, LOWER, none, random } from './_samples.js';
import { alnum, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Render',
  rank: 'vendor',
  reference: 'https://render.com/docs/api',
  runbook: 'render-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('rnd_', alnum(24, 40)),
    id: 'render-api-key',
    title: 'Render API key',
    opens: 'the services, databases and environment of an account',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    id: 'render-deploy-hook',
    title: 'Render deploy hook',
    opens: 'starting deployments of one service',
    severity: 'LOW',
    reference: 'https://render.com/docs/deploy-hooks',
    runbook: 'render-deploy-hook',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['api.render.com/deploy/'],
    find: /api\.render\.com\/deploy\/(?:srv|crn)-[a-z0-9]{20}\?key=(?<secret>[A-Za-z0-9_-]{8,24})(?![A-Za-z0-9_-])/,
    matches: () =>
      [1, 2, 3].map((seed) => {
        const value = random(ALNUM, 11, seed);
        return {
          text: `curl https://api.render.com/deploy/srv-${random(DIGITS + LOWER, 20, seed)}?key=${value}\n`,
          value,
        };
      }),
    ignores: () =>
      none(
        'https://api.render.com/deploy/srv-xyz?key=abc',
        `https://api.render.com/deploy/srv-${random(LOWER, 20)}`,
        `https://api.render.com/deploy/${random(LOWER, 24)}?key=${random(ALNUM, 11)}`,
      ),
  },
];

export default rules;
