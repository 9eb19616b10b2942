/** Sinch: API tokens are 32 hexadecimal digits, application secrets short base64, key secrets 34 signs. */
import type { Rule } from '../rule.js';
import { base64, base64url, joined, lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Sinch',
  rank: 'vendor',
  reference: 'https://developers.sinch.com/docs/sms/api-reference/authentication/',
  runbook: 'sinch-secret',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['sinch_', 'sinch-', 'sinch.', 'sinchapi'], lowerHex(32)),
    id: 'sinch-api-token',
    title: 'Sinch API token',
    opens: 'sending messages at the owner’s cost',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['sinch_', 'sinch-', 'sinch.', 'sinchapp'], joined(base64(22), '==')),
    id: 'sinch-application-secret',
    title: 'Sinch application secret',
    opens: 'calls and verifications of an application',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['sinch_', 'sinch-', 'sinch.', 'sinchkey'], { ...base64url(34), source: '[0-9A-Za-z_.~-]{34}' }),
    id: 'sinch-key-secret',
    title: 'Sinch access key secret',
    opens: 'the project of an access key',
    severity: 'HIGH',
  },
];

export default rules;
