/** Honeycomb: key ids name their kind with a letter that varies in it; older keys are bare. */
import type { Rule } from '../rule.js';
import { alnum, lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Honeycomb',
  rank: 'vendor',
  reference: 'https://docs.honeycomb.io/api/authentication',
  runbook: 'honeycomb-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['honeycomb', 'libhoney'], lowerHex(32)),
    id: 'honeycomb-classic-key',
    title: 'Honeycomb classic API key',
    opens: 'sending events and changing boards of a team',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...named(['honeycomb', 'libhoney'], alnum(22)),
    id: 'honeycomb-configuration-key',
    title: 'Honeycomb configuration key',
    opens: 'boards, triggers and events of an environment',
    severity: 'HIGH',
  },
];

export default rules;
