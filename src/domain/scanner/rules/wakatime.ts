/** WakaTime: API keys are UUIDs behind a prefix, older ones told by the names they are given to. */
import type { Rule } from '../rule.js';
import { named, prefixed, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'WakaTime',
  rank: 'vendor',
  reference: 'https://wakatime.com/developers',
  runbook: 'wakatime-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('waka_', uuid),
    id: 'wakatime-api-key',
    title: 'WakaTime API key',
    opens: 'the working hours and projects of a person',
    severity: 'LOW',
  },
  {
    ...common,
    ...named(['wakatime'], uuid),
    id: 'wakatime-old-api-key',
    title: 'WakaTime API key (without prefix)',
    opens: 'the working hours and projects of a person',
    severity: 'LOW',
  },
];

export default rules;
