/** Prefect: the prefix tells keys of people from those of service accounts. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed(['pnu_', 'pnb_'], alnum(36)),
    id: 'prefect-api-key',
    version: 1,
    provider: 'Prefect',
    title: 'Prefect Cloud API key',
    opens: 'flows, their runs and stored secrets',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys',
    runbook: 'prefect-key',
  },
];

export default rules;
