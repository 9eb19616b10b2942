/** Deno Deploy: the prefix tells tokens of people from those of organisations. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed(['ddp_', 'ddo_'], alnum(36)),
    id: 'deno-deploy-token',
    version: 1,
    provider: 'Deno Deploy',
    title: 'Deno Deploy access token',
    opens: 'projects, deployments and their variables',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://docs.deno.com/subhosting/api/authentication/',
    runbook: 'deno-token',
  },
];

export default rules;
