/** Datadog: keys without a prefix, 32 and 40 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, joined, lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Datadog',
  rank: 'vendor',
  reference: 'https://docs.datadoghq.com/account_management/api-app-keys/',
  runbook: 'datadog-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['datadog', 'dd_api', 'dd-api'], lowerHex(32)),
    id: 'datadog-api-key',
    title: 'Datadog API key',
    opens: 'sending metrics, logs and events to an organisation',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...named(['datadog', 'dd_app', 'dd-app'], either(lowerHex(40), joined('ddapp_', alnum(34)))),
    id: 'datadog-application-key',
    title: 'Datadog application key',
    opens: 'together with an API key: reading and changing dashboards, monitors and logs',
    severity: 'HIGH',
  },
];

export default rules;
