/** Knock: secret keys begin with sk, like those of many others, and are told by the name they are given to. */
import type { Rule } from '../rule.js';
import { base64url, joined, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Knock',
  rank: 'vendor',
  reference: 'https://docs.knock.app/developer-tools/api-keys',
  runbook: 'knock-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      ['knock_api', 'knock_secret', 'knock_key', 'knockapi', 'knocksecret', 'knock-api'],
      joined('sk_', base64url(32, 64)),
    ),
    id: 'knock-secret-key',
    title: 'Knock secret API key',
    opens: 'sending notifications in the owner’s name',
    severity: 'HIGH',
  },
];

export default rules;
