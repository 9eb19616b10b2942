/** Spacelift: API key secrets are 64 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['spacelift_api', 'spacelift_key', 'spacelift-api', 'spaceliftapi'], lowerHex(64)),
    id: 'spacelift-api-key',
    version: 1,
    provider: 'Spacelift',
    title: 'Spacelift API key secret',
    opens: 'stacks and runs that change infrastructure',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://docs.spacelift.io/integrations/api',
    runbook: 'spacelift-key',
  },
];

export default rules;
