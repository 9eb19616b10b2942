/** Harness: API keys name their kind, the account and the token. */
import type { Rule } from '../rule.js';
import { alnum, base64url, joined, lowerHex, prefixed } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed(['pat.', 'sat.'], joined(base64url(22), '.', lowerHex(24), '.', alnum(20))),
    id: 'harness-api-key',
    version: 1,
    provider: 'Harness',
    title: 'Harness personal or service account key',
    opens: 'pipelines, connectors and secrets of an account',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/',
    runbook: 'harness-key',
  },
];

export default rules;
