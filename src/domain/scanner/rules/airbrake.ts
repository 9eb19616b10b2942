/** Airbrake: project keys are 32 hexadecimal digits, user keys forty. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Airbrake',
  rank: 'vendor',
  reference: 'https://docs.airbrake.io/docs/devops-tools/api/',
  runbook: 'airbrake-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['airbrake'], lowerHex(32)),
    id: 'airbrake-project-key',
    title: 'Airbrake project key',
    opens: 'sending errors to a project',
    severity: 'LOW',
  },
  {
    ...common,
    ...named(['airbrake'], lowerHex(40)),
    id: 'airbrake-user-key',
    title: 'Airbrake user key',
    opens: 'the errors and settings of an account',
    severity: 'HIGH',
  },
];

export default rules;
