/** Telnyx: keys are an id and a secret behind the word KEY. */
import type { Rule } from '../rule.js';
import { base64url, joined, prefixed, upperAlnum } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Telnyx',
  rank: 'vendor',
  reference: 'https://developers.telnyx.com/docs/development/authentication',
  runbook: 'telnyx-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('KEY0', joined(upperAlnum(31), '_', base64url(22))),
    id: 'telnyx-api-key',
    title: 'Telnyx API key',
    opens: 'sending messages and calls at the owner’s cost',
    severity: 'HIGH',
  },
];

export default rules;
