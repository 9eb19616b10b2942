/** Appwrite: server keys are 256 hexadecimal digits, since 2024 behind a prefix. */
import type { Rule } from '../rule.js';
import { lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Appwrite',
  rank: 'vendor',
  reference: 'https://appwrite.io/docs/advanced/platform/api-keys',
  runbook: 'appwrite-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('standard_', lowerHex(256)),
    id: 'appwrite-api-key',
    title: 'Appwrite API key',
    opens: 'the database, storage and people of a project',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['appwrite'], lowerHex(256)),
    id: 'appwrite-legacy-key',
    title: 'Appwrite API key (without prefix)',
    opens: 'the database, storage and people of a project',
    severity: 'HIGH',
  },
];

export default rules;
