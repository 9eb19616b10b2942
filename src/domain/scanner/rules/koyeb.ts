/** Koyeb: API tokens of 64 characters, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerAlnum, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['koyeb'], lowerAlnum(64)),
    id: 'koyeb-api-token',
    version: 1,
    provider: 'Koyeb',
    title: 'Koyeb API token',
    opens: 'the apps, services and secrets of an organisation',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://www.koyeb.com/docs/reference/api',
    runbook: 'koyeb-token',
  },
];

export default rules;
