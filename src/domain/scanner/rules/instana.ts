/** Instana: agent keys are 22 characters, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Instana',
  rank: 'vendor',
  reference: 'https://www.ibm.com/docs/en/instana-observability/current?topic=apis-instana-api',
  runbook: 'instana-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['instana'], base64url(22)),
    id: 'instana-key',
    title: 'Instana agent key or API token',
    opens: 'the metrics and traces of a unit, or sending more of them',
    severity: 'MEDIUM',
  },
];

export default rules;
