/** Webex: access tokens are two long parts round the letters of a data centre, client secrets 64 hexadecimal digits. */
import type { Rule } from '../rule.js';
import { alnum, base64url, joined, lowerHex, named, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Webex',
  rank: 'vendor',
  reference: 'https://developer.webex.com/docs/getting-started',
  runbook: 'webex-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      ['webex_', 'webex-', 'webex.', 'webexapi', 'webexbot', 'webextoken', 'webexaccess', 'ciscospark'],
      joined(base64url(64), '_', alnum(4), '_', uuid),
      'high',
    ),
    id: 'webex-access-token',
    title: 'Webex bot or access token',
    opens: 'the rooms, messages and calls of its owner',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['webex_', 'webex-', 'webex.', 'webexclient'], lowerHex(64)),
    id: 'webex-client-secret',
    title: 'Webex integration client secret',
    opens: 'tokens for everybody who trusted an integration',
    severity: 'HIGH',
  },
];

export default rules;
