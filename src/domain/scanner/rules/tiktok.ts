/** TikTok: access tokens begin with `act.` and refresh tokens with `rft.`; client secrets are told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, digits, joined, lowerAlnum, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'TikTok',
  rank: 'vendor',
  reference: 'https://developers.tiktok.com/doc/oauth-user-access-token-management',
  runbook: 'tiktok-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(
      ['act.', 'rft.'],
      either(
        joined(alnum(48, 80), '!', digits(3, 5), '.', lowerAlnum(2)),
        joined(alnum(48, 80), '!', digits(3, 5)),
        alnum(52, 80),
      ),
    ),
    id: 'tiktok-token',
    title: 'TikTok access or refresh token',
    opens: 'the videos and profile that a person granted',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['tiktok'], either(alnum(32), lowerHex(40))),
    id: 'tiktok-client-secret',
    title: 'TikTok client secret',
    opens: 'acting as the application towards people who use it',
    severity: 'HIGH',
  },
];

export default rules;
