/** Cypress Cloud: record keys are UUIDs, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['cypress_record', 'cypress-record', 'cypressrecord', 'cypress_key'], uuid),
    id: 'cypress-record-key',
    version: 1,
    provider: 'Cypress',
    title: 'Cypress Cloud record key',
    opens: 'adding runs to a project',
    severity: 'LOW',
    rank: 'vendor',
    reference: 'https://docs.cypress.io/cloud/account-management/projects',
    runbook: 'cypress-key',
  },
];

export default rules;
