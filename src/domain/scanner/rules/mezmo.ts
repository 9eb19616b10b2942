/** Mezmo: keys were bare hexadecimal digits under the name LogDNA, and have a prefix since. */
import type { Rule } from '../rule.js';
import { lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Mezmo',
  rank: 'vendor',
  reference: 'https://docs.mezmo.com/docs/ingestion-key',
  runbook: 'mezmo-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['sts_', 'pts_'], lowerHex(32)),
    id: 'mezmo-service-key',
    title: 'Mezmo service or personal key',
    opens: 'the logs and settings of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['logdna', 'mezmo'], lowerHex(32)),
    id: 'mezmo-key',
    title: 'Mezmo (LogDNA) ingestion or service key',
    opens: 'the logs of an account, or sending more of them',
    severity: 'MEDIUM',
  },
];

export default rules;
