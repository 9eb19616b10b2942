/** Miro: access tokens begin with base64 of their region, so every one begins alike. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, base64url, joined, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Miro',
  rank: 'vendor',
  reference: 'https://developers.miro.com/docs/getting-started-with-oauth',
  runbook: 'miro-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('eyJtaXJvLm9yaWdpbiI6', joined(alnum(6, 20), '_', base64url(24, 32))),
    id: 'miro-token',
    title: 'Miro access token',
    opens: 'the boards that its owner sees',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(
      ['miro_access', 'miro_token', 'miro_api', 'miro_oauth', 'miro_secret', 'miro_client'],
      either(base64url(27), alnum(32)),
    ),
    id: 'miro-secret',
    title: 'Miro client secret or older access token',
    opens: 'the boards that people granted to an app',
    severity: 'HIGH',
  },
];

export default rules;
