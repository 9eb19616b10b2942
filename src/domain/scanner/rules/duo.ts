/** Duo: secret keys are forty letters and digits beside a public integration key. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Duo',
  rank: 'vendor',
  reference: 'https://duo.com/docs/adminapi',
  runbook: 'duo-secret-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      [
        'duo_skey',
        'duo_secret',
        'duo_client',
        'duo_api',
        'duo_admin',
        'duo-skey',
        'duo-secret',
        'duosecret',
        'duo.skey',
      ],
      alnum(40),
    ),
    id: 'duo-secret-key',
    title: 'Duo secret key',
    opens: 'the second factor of logins, and with the Admin API its settings',
    severity: 'MAXIMUM',
  },
];

export default rules;
