/** Optimizely: personal tokens begin with their version; SDK keys are public. */
import type { Rule } from '../rule.js';
import { base64url, joined, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Optimizely',
  rank: 'vendor',
  reference: 'https://docs.developers.optimizely.com/web-experimentation/docs/personal-token',
  runbook: 'optimizely-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['optimizely'], { ...joined('2:', base64url(48)), source: '2:[0-9A-Za-z_-]{40,80}' }),
    id: 'optimizely-personal-token',
    title: 'Optimizely personal access token',
    opens: 'the experiments and projects of an account',
    severity: 'HIGH',
  },
];

export default rules;
