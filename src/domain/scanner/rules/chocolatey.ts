/** Chocolatey: API keys are UUIDs, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['chocolatey', 'choco_api', 'chocoapi', 'choco_key'], uuid),
    id: 'chocolatey-api-key',
    version: 1,
    provider: 'Chocolatey',
    title: 'Chocolatey API key',
    opens: 'publishing packages',
    severity: 'MAXIMUM',
    rank: 'vendor',
    reference: 'https://docs.chocolatey.org/en-us/create/commands/api-key/',
    runbook: 'chocolatey-key',
  },
];

export default rules;
