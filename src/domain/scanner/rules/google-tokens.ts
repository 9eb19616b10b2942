/** Google Cloud: OAuth tokens, HMAC keys of storage, and the API keys that are bound to a service account. */
import type { Finder, Rule } from '../rule.js';
import { characterKinds, entropy } from './_checks.js';
import { isPlaceholder } from './_placeholders.js';
import { ALNUM, around, BASE64, BASE64URL, HEX, none, random } from './_samples.js';
import { base64url, named, prefixed } from './_shapes.js';

const BASE32_ID = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An id of a service account’s key has 61 characters, one of a person’s 24. */
const hmacId = (seed: number): string =>
  seed % 2 ? `GOOG1E${random(BASE32_ID, 55, seed)}` : `GOOG${random(BASE32_ID, 20, seed)}`;

const ID = /^GOOG(?:1E[A-Z0-9]{55}|[A-Z0-9]{20})(?![A-Za-z0-9_])/;
const ALONE = /(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/;
/** How far from its id a secret is looked for. */
const BESIDE = 200;

const hmacSecret: Finder = (text, at) => {
  const id = ID.exec(text.slice(at, at + 62));
  if (id === null) return null;
  const from = at + id[0].length;
  const secret = ALONE.exec(text.slice(from, from + BESIDE));
  if (secret === null || entropy(secret[0]) < 4 || characterKinds(secret[0]) < 3) return null;
  return { start: from + secret.index, end: from + secret.index + secret[0].length };
};

const common = {
  version: 1,
  provider: 'Google Cloud',
  rank: 'vendor',
  reference: 'https://docs.cloud.google.com/docs/authentication/token-types',
  runbook: 'google-oauth-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('AQ.A', base64url(40, 64)),
    id: 'google-auth-key',
    title: 'Google API key bound to a service account',
    opens: 'the APIs that the service account may use, on the project’s bill',
    severity: 'HIGH',
    reference: 'https://docs.cloud.google.com/docs/authentication/api-keys',
    runbook: 'google-api-key',
  },
  {
    ...common,
    id: 'google-oauth-access-token',
    title: 'Google OAuth access token',
    opens: 'what the person or service account granted, for an hour',
    severity: 'MEDIUM',
    confidence: 'high',
    keywords: ['ya29.'],
    find: /ya29\.(?:[a-z0-9]\.)?[A-Za-z0-9_-]{30,1500}(?:\.{4,10})?(?![A-Za-z0-9_-])/,
    judgesPlaceholders: true,
    check: ({ text, end, value }) =>
      text.startsWith('...', end) || isPlaceholder(value.replace(/\.{4,10}$/, '')) ? null : { confidence: 'high' },
    matches: () => around(`ya29.a0A${random(BASE64URL, 200, 1)}`, `ya29.c.b0A${random(BASE64URL, 900, 2)}`),
    ignores: () =>
      none(
        'ya29.your-token',
        `ya29.${random(BASE64URL, 12)}`,
        `ya29.${'x'.repeat(60)}`,
        `maya29.${random(BASE64URL, 60)}`,
        `ya29.${random(BASE64URL, 34)}...`,
      ),
  },
  {
    ...common,
    ...prefixed('1//0', base64url(40, 160)),
    id: 'google-oauth-refresh-token',
    title: 'Google OAuth refresh token',
    opens: 'new access tokens for what a person granted, until they take it back',
    severity: 'MAXIMUM',
    reference: 'https://developers.google.com/identity/protocols/oauth2',
  },
  {
    ...common,
    ...named(
      [
        'google_client_secret',
        'google-client-secret',
        'googleclientsecret',
        'google_secret',
        'google_oauth',
        'google_oauth2',
        'goog_client_secret',
      ],
      base64url(24),
    ),
    id: 'google-old-oauth-secret',
    title: 'Google OAuth client secret (without prefix)',
    opens: 'acting as the application towards people who sign in with Google',
    severity: 'HIGH',
    reference: 'https://developers.google.com/identity/protocols/oauth2',
    runbook: 'google-oauth-secret',
  },
  {
    ...common,
    id: 'google-hmac-key-id',
    title: 'Google Cloud Storage HMAC access id',
    opens: 'the buckets of an account, together with its secret',
    severity: 'MEDIUM',
    reference: 'https://docs.cloud.google.com/storage/docs/authentication/hmackeys',
    runbook: 'google-hmac-key',
    confidence: 'medium',
    keywords: ['goog'],
    find: /GOOG(?:1E[A-Z0-9]{55}|[A-Z0-9]{20})(?![A-Za-z0-9_])/,
    check: ({ value }) => (/[0-9]/.test(value.slice(5)) && entropy(value) > 3.2 ? { confidence: 'medium' } : null),
    matches: () => around(hmacId(1), hmacId(2)),
    ignores: () =>
      none(
        'GOOG1E',
        `GOOG${'LECLOUDSTORAGEACCOUN'}`,
        `GOOG${'A'.repeat(20)}`,
        hmacId(3).toLowerCase(),
        `${hmacId(5)}TOOLONG`,
      ),
  },
  {
    ...common,
    id: 'google-hmac-secret',
    title: 'Google Cloud Storage HMAC secret',
    opens: 'the buckets that the account may read or change',
    severity: 'HIGH',
    reference: 'https://docs.cloud.google.com/storage/docs/authentication/hmackeys',
    runbook: 'google-hmac-key',
    confidence: 'high',
    keywords: ['goog'],
    find: hmacSecret,
    matches: () =>
      [1, 2, 3].map((seed) => {
        const value = random(BASE64, 40, seed + 7);
        return { text: `gs_access_key_id = ${hmacId(seed)}\ngs_secret_access_key = ${value}\n`, value };
      }),
    ignores: () =>
      none(`${hmacId(1)} is an id`, `${hmacId(2)} ${random(HEX, 40)}`, `${hmacId(3)}\nsecret = ${random(ALNUM, 30)}`),
  },
];

export default rules;
