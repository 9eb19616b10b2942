/** AppDynamics: account access keys are twelve letters and digits, API client secrets UUIDs. */
import type { Rule } from '../rule.js';
import { lowerAlnum, named, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'AppDynamics',
  rank: 'vendor',
  reference:
    'https://docs.appdynamics.com/appd/23.x/latest/en/extend-splunk-appdynamics/splunk-appdynamics-apis/api-clients',
  runbook: 'appdynamics-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['appdynamics', 'appd_'], lowerAlnum(12)),
    id: 'appdynamics-access-key',
    title: 'AppDynamics account access key',
    opens: 'sending metrics to a controller',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...named(['appdynamics', 'appd_'], uuid),
    id: 'appdynamics-client-secret',
    title: 'AppDynamics API client secret',
    opens: 'the applications of a controller',
    severity: 'HIGH',
  },
];

export default rules;
