/** dbt Cloud: service and personal tokens carry a prefix; older ones are forty hexadecimal digits. */
import type { Rule } from '../rule.js';
import { base64url, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'dbt',
  rank: 'vendor',
  reference: 'https://docs.getdbt.com/docs/dbt-cloud-apis/authentication',
  runbook: 'dbt-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['dbtc_', 'dbtu_'], base64url(24, 64)),
    id: 'dbt-token',
    title: 'dbt Cloud service or personal token',
    opens: 'the jobs, runs and connections of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['dbt_cloud', 'dbt-cloud', 'dbtcloud', 'dbt_api', 'dbt_token', 'dbt_service'], lowerHex(40)),
    id: 'dbt-legacy-token',
    title: 'dbt Cloud API token (older form)',
    opens: 'the jobs, runs and connections of an account',
    severity: 'HIGH',
  },
];

export default rules;
