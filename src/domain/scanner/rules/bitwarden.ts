/** Bitwarden: machine account tokens in three parts with an encryption key, and API keys of people. */
import type { Rule } from '../rule.js';
import { keyBytes } from './_bodies.js';
import { alnum, joined, named, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Bitwarden',
  rank: 'vendor',
  reference: 'https://bitwarden.com/help/access-tokens/',
  runbook: 'bitwarden-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      ['bws_access', 'bwsaccess', 'bws_token', 'bitwarden'],
      joined('0.', uuid, '.', alnum(30), ':', keyBytes(16)),
    ),
    id: 'bitwarden-access-token',
    title: 'Bitwarden Secrets Manager access token',
    opens: 'the secrets given to the machine account',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(['bw_clientsecret', 'bw_client_secret', 'bitwarden'], alnum(30)),
    id: 'bitwarden-api-key',
    title: 'Bitwarden personal or organisation API key',
    opens: 'signing in as the person or organisation',
    severity: 'HIGH',
    reference: 'https://bitwarden.com/help/personal-api-key/',
  },
  {
    ...common,
    ...named(['bw_session', 'bwsession'], keyBytes(64)),
    id: 'bitwarden-session-key',
    title: 'Bitwarden CLI session key',
    opens: 'an unlocked vault on the machine where it was made',
    severity: 'MEDIUM',
    reference: 'https://bitwarden.com/help/cli/',
  },
];

export default rules;
