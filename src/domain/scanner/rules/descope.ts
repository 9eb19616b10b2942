/** Descope: keys begin with a K, project ids with a P. */
import type { Rule } from '../rule.js';
import { alnum, joined, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Descope',
  rank: 'vendor',
  reference: 'https://docs.descope.com/management',
  runbook: 'descope-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['descope'], joined('K', alnum(50, 99))),
    id: 'descope-key',
    title: 'Descope management or access key',
    opens: 'the users and tenants of a project',
    severity: 'MAXIMUM',
  },
];

export default rules;
