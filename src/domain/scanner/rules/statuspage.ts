/** Statuspage: API keys are UUIDs or 36 characters, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { lowerHex, named, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Statuspage',
  rank: 'vendor',
  reference: 'https://developer.statuspage.io/#section/Authentication',
  runbook: 'statuspage-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['statuspage', 'status_page'], either(uuid, lowerHex(64))),
    id: 'statuspage-api-key',
    title: 'Statuspage API key',
    opens: 'what a status page tells the world',
    severity: 'HIGH',
  },
];

export default rules;
