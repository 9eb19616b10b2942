/** FullStory: keys begin with the data centre they are for. */
import type { Rule } from '../rule.js';
import { base64, joined, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'FullStory',
  rank: 'vendor',
  reference: 'https://developer.fullstory.com/server/v1/authentication/',
  runbook: 'fullstory-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['fullstory', 'full_story'], {
      ...joined('na1.', base64(60)),
      source: '(?:na1|eu1)\\.[0-9A-Za-z+/]{40,150}={0,2}',
    }),
    id: 'fullstory-api-key',
    title: 'FullStory API key',
    opens: 'the recorded sessions of visitors',
    severity: 'HIGH',
  },
];

export default rules;
