/** Harbor: secrets of robots have 32 letters and digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['harbor_', 'harbor-', 'harbor.', 'harborpassword', 'harborsecret', 'harbortoken'], alnum(32)),
    id: 'harbor-robot-secret',
    version: 1,
    provider: 'Harbor',
    title: 'Harbor robot account secret',
    opens: 'pulling and pushing images',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://goharbor.io/docs/main/working-with-projects/project-configuration/create-robot-accounts/',
    runbook: 'harbor-secret',
  },
];

export default rules;
