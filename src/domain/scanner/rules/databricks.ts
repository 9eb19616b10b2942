/** Databricks: four letters say the kind, 32 hexadecimal digits follow, and on Azure a digit. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { digits, joined, lowerHex, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Databricks',
  rank: 'vendor',
  reference: 'https://docs.databricks.com/aws/en/dev-tools/auth/pat',
  runbook: 'databricks-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('dapi', either(joined(lowerHex(32), '-', digits(1)), lowerHex(32))),
    id: 'databricks-personal-token',
    title: 'Databricks personal access token',
    opens: 'the notebooks, jobs and data of a workspace',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('dose', lowerHex(32)),
    id: 'databricks-oauth-secret',
    title: 'Databricks OAuth secret of a service principal',
    opens: 'the workspaces and data of a service principal',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed(['dkea', 'dsapi', 'ddbt'], lowerHex(32)),
    id: 'databricks-other-token',
    title: 'Databricks token of another kind',
    opens: 'what it was made for in a workspace',
    severity: 'HIGH',
  },
];

export default rules;
