/** Depot: the prefix tells tokens of projects, organisations and users. */
import type { Rule } from '../rule.js';
import { lowerHex, prefixed } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed(['depot_project_', 'depot_org_', 'depot_user_'], lowerHex(64)),
    id: 'depot-token',
    version: 1,
    provider: 'Depot',
    title: 'Depot token',
    opens: 'container builds and their caches',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://depot.dev/docs/cli/authentication',
    runbook: 'depot-token',
  },
];

export default rules;
