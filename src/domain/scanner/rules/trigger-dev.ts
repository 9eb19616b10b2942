/** Trigger.dev: secret keys name their environment, tokens of a person are `tr_pat_`. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Trigger.dev',
  rank: 'vendor',
  reference: 'https://trigger.dev/docs/apikeys',
  runbook: 'trigger-dev-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['tr_dev_', 'tr_prod_', 'tr_stg_', 'tr_preview_'], alnum(20, 40)),
    id: 'trigger-dev-key',
    title: 'Trigger.dev secret key',
    opens: 'starting the tasks of a project',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('tr_pat_', alnum(40)),
    id: 'trigger-dev-personal-token',
    title: 'Trigger.dev personal access token',
    opens: 'the projects of its owner',
    severity: 'HIGH',
  },
];

export default rules;
